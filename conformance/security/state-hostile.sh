# SPDX-License-Identifier: Apache-2.0
# issue 4: a state file that does not say the truth has no process killed that is not the container's, and
# nothing removed outside; one that makes no sense is refused in words.
# watchdog: 600
. "$KIT"
sleep 1000000 &
bystander=$!
holders+=("$bystander")
mkdir -p "$tmp/outside"
touch "$tmp/outside/file"
args sleep 1000
must create
pid=$(state .pid)
# Not the fifo, on which grep would wait.
file=$(find "$root/$id" -type f -exec grep -lF "$pid" {} + | while read -r one; do jq -e . "$one" >/dev/null 2>&1 && echo "$one"; done | head -n 1)
[ -n "$file" ] || fail 'no file of the state names the process'
cp -p "$file" "$tmp/state"
kill -KILL "$pid"
wait_state stopped
# with FILTER: the state changed by it, and then every verb.
with() {
  jq "$1" --argjson pid "$pid" --argjson bystander "$bystander" <"$tmp/state" >"$tmp/changed"
  attempt "$1"
}
attempt() {
  mkdir -p "$root/$id"
  cat "$tmp/changed" >"$file"
  for verb in state 'kill ID KILL' 'kill --all ID KILL' start pause resume delete 'delete --force'; do
    case $verb in *ID*) ;; *) verb+=" ID" ;; esac
    [ -e "$root/$id" ] || { mkdir "$root/$id"; cat "$tmp/changed" >"$file"; }
    # shellcheck disable=SC2086 # words are meant
    rt ${verb//ID/$id}
    [ "$status" -lt 126 ] || [ "$status" = 255 ] || fail "$verb ended with $status for $1"
    [ "$status" = 0 ] || [ -s "$err" ] || fail "$verb was refused without a word for $1"
    ! gone "$bystander" || fail "$verb killed a bystander for $1"
    [ -e "$tmp/outside/file" ] || fail "$verb removed a file of the host for $1"
  done
}
with 'walk(if . == $pid then $bystander else . end)'
with 'walk(if . == $pid then -1 else . end)'
with 'walk(if . == $pid then 0 else . end)'
with 'walk(if . == $pid then 1 else . end)'
with 'walk(if . == $pid then 99999999999999999999 else . end)'
with 'walk(if type == "string" then "../../../../../../../../../.." else . end)'
with 'walk(if type == "number" then "x" else . end)'
with 'walk(if type == "object" then [] else . end)'
for text in '' '{' '{}' '[]' null '"x"' "$(head -c 300 "$tmp/state")" "$(head -c 100000 /dev/zero | tr '\0' '[')"; do
  printf %s "$text" >"$tmp/changed"
  attempt "${text:0:20}"
done
head -c 5000 /dev/urandom >"$tmp/changed"
attempt 'noise'
rm -rf --one-file-system "$root/$id"
remove_cgroups
