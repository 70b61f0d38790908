# SPDX-License-Identifier: Apache-2.0
# One call of the CRI, which Kubernetes drives containers by: perl cri.pl SOCKET METHOD [PATH=VALUE]...
# A path is field names joined by dots; a list's field is given once for each element, and a map's as
# PATH.KEY=VALUE; of a list of messages one element can be given. The response is printed in the same way. On an
# error of gRPC its message is on stderr, and the status is 1. gRPC is a POST over HTTP/2, which curl does; messages
# are coded here.
use strict;
use warnings;

# The fields that are used, by message: a name, its number, and what it is: i an integer, s a string, m a map of
# strings, or the name of a message.
my %messages;
while (<DATA>) {
  my ($message, @fields) = split;
  next unless $message;
  for (@fields) {
    my ($name, $number, $type) = split /:/;
    $messages{$message}{$name} = [$number, $type];
  }
}

sub varint {
  my ($value, $coded) = (shift, '');
  for (; $value > 0x7f; $value >>= 7) { $coded .= chr($value & 0x7f | 0x80) }
  return $coded . chr $value;
}
sub block { varint($_[0] << 3 | 2) . varint(length $_[1]) . $_[1] }

# encode MESSAGE, [[path, value]...]: what shares the first name of its path goes into one message.
sub encode {
  my ($message, $values) = @_;
  my ($coded, @order, %below) = ('');
  for (@$values) {
    my ($name, $rest) = split /\./, $_->[0], 2;
    my $field = $messages{$message}{$name} or die "$message has no field '$name'\n";
    my ($number, $type) = @$field;
    if ($type eq 'i') { $coded .= varint($number << 3) . varint($_->[1]) }
    elsif ($type eq 's') { $coded .= block($number, $_->[1]) }
    elsif ($type eq 'm') { $coded .= block($number, block(1, $rest) . block(2, $_->[1])) }
    else {
      push @order, $name unless $below{$name};
      push @{$below{$name}}, defined $rest ? [$rest, $_->[1]] : ();
    }
  }
  for (@order) {
    my ($number, $type) = @{$messages{$message}{$_}};
    $coded .= block($number, encode($type, $below{$_}));
  }
  return $coded;
}

sub take_varint {
  my ($coded, $value, $shift) = (shift, 0, 0);
  while (1) {
    my $byte = ord substr $$coded, 0, 1, '';
    $value |= ($byte & 0x7f) << $shift;
    return $value if $byte < 0x80;
    $shift += 7;
  }
}
# show MESSAGE, BYTES, PREFIX: fields that the table does not have are passed over.
sub show {
  my ($message, $coded, $prefix) = @_;
  my %by_number = map { $messages{$message}{$_}[0] => $_ } keys %{$messages{$message}};
  while (length $coded) {
    my $key = take_varint(\$coded);
    my $name = $by_number{$key >> 3};
    my $type = $name ? $messages{$message}{$name}[1] : '';
    my $value;
    if (($key & 7) == 0) { $value = take_varint(\$coded) }
    elsif (($key & 7) == 2) { $value = substr $coded, 0, take_varint(\$coded), '' }
    else { die "$message has a field of wire type " . ($key & 7) . "\n" }
    if ($type eq 'i' || $type eq 's') { print "$prefix$name=$value", $value =~ /\n\z/ ? '' : "\n" }
    elsif ($type eq 'm') {
      my %pair = (1 => '', 2 => '');
      while (length $value) {
        my $part = take_varint(\$value);
        $pair{$part >> 3} = substr $value, 0, take_varint(\$value), '';
      }
      print "$prefix$name.$pair{1}=$pair{2}\n";
    }
    elsif ($type) { show($type, $value, "$prefix$name.") }
  }
}

my ($socket, $method, @given) = @ARGV;
my $request = encode("${method}Request", [map { [split /=/, $_, 2] } @given]);
my $file = "cri.$$";  # where it is called
open my $out, '>', "$file.request" or die "$file.request: $!\n";
binmode $out;
print $out pack('CN', 0, length $request), $request;
close $out;
my $status = system 'curl', '--silent', '--show-error', '--http2-prior-knowledge', '--unix-socket', $socket,
  '--header', 'content-type: application/grpc', '--header', 'te: trailers', '--data-binary', "\@$file.request",
  '--dump-header', "$file.headers", '--output', "$file.response",
  "http://localhost/runtime.v1.RuntimeService/$method";
my %got;
for my $part ('headers', 'response') {
  local $/;
  $got{$part} = '';
  if (open my $in, '<', "$file.$part") { binmode $in; $got{$part} = <$in> // '' }
}
unlink map { "$file.$_" } 'request', 'headers', 'response';
exit 2 if $status;
my ($code) = $got{headers} =~ /^grpc-status: *(\d+)/mi;
if (!defined $code || $code) {
  my ($text) = $got{headers} =~ /^grpc-message: *(.*?)\r?$/mi;
  $text //= 'no message';
  $text =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
  print STDERR "$text\n";
  exit 1;
}
show("${method}Response", substr($got{response}, 5), '');

__DATA__
VersionResponse runtime_name:2:s runtime_api_version:4:s
Metadata name:1:s uid:2:s namespace:3:s attempt:4:i
ContainerMetadata name:1:s attempt:2:i
Int64 value:1:i
Namespaces network:1:i pid:2:i ipc:3:i target_id:4:s
Profile profile_type:1:i localhost_ref:2:s
SandboxSecurity namespace_options:1:Namespaces run_as_user:3:Int64 readonly_rootfs:4:i privileged:6:i
SandboxSecurity seccomp:9:Profile apparmor:10:Profile
SandboxLinux cgroup_parent:1:s security_context:2:SandboxSecurity sysctls:3:m resources:5:Resources
Sandbox metadata:1:Metadata hostname:2:s log_directory:3:s labels:6:m annotations:7:m linux:8:SandboxLinux
Resources cpu_period:1:i cpu_quota:2:i cpu_shares:3:i memory_limit_in_bytes:4:i oom_score_adj:5:i
Resources cpuset_cpus:6:s unified:9:m memory_swap_limit_in_bytes:10:i
Capabilities add_capabilities:1:s drop_capabilities:2:s
Security capabilities:1:Capabilities privileged:2:i namespace_options:3:Namespaces run_as_user:5:Int64
Security run_as_group:12:Int64 run_as_username:6:s readonly_rootfs:7:i supplemental_groups:8:i no_new_privs:11:i
Security masked_paths:13:s readonly_paths:14:s seccomp:15:Profile apparmor:16:Profile
ContainerLinux resources:1:Resources security_context:2:Security
Image image:1:s
KeyValue key:1:s value:2:s
Mount container_path:1:s host_path:2:s readonly:3:i propagation:5:i
Container metadata:1:ContainerMetadata image:2:Image command:3:s args:4:s working_dir:5:s envs:6:KeyValue
Container mounts:7:Mount labels:9:m annotations:10:m log_path:11:s tty:14:i linux:15:ContainerLinux
Status id:1:s metadata:2:ContainerMetadata state:3:i exit_code:7:i reason:10:s message:11:s
Listed id:1:s metadata:3:ContainerMetadata state:6:i
ListedPod id:1:s metadata:2:Metadata state:3:i
RunPodSandboxRequest config:1:Sandbox runtime_handler:2:s
RunPodSandboxResponse pod_sandbox_id:1:s
StopPodSandboxRequest pod_sandbox_id:1:s
RemovePodSandboxRequest pod_sandbox_id:1:s
PodSandboxStatusRequest pod_sandbox_id:1:s
PodSandboxStatusResponse status:1:ListedPod
ListPodSandboxResponse items:1:ListedPod
CreateContainerRequest pod_sandbox_id:1:s config:2:Container sandbox_config:3:Sandbox
CreateContainerResponse container_id:1:s
StartContainerRequest container_id:1:s
StopContainerRequest container_id:1:s timeout:2:i
RemoveContainerRequest container_id:1:s
ContainerStatusRequest container_id:1:s
ContainerStatusResponse status:1:Status
ListContainersResponse containers:1:Listed
UpdateContainerResourcesRequest container_id:1:s linux:2:Resources
ExecSyncRequest container_id:1:s cmd:2:s timeout:3:i
ExecSyncResponse stdout:1:s stderr:2:s exit_code:3:i
