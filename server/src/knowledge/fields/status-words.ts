/** Words of status lines that name no value of their own: groups, sides, ports. */
import { fieldsOf, inferred } from './build';

const GROUP = 'The names in parentheses stand in the order of the values behind them, parted by bars.';

export default fieldsOf(
  {
    formats: ['journal', 'status-block'],
    source: inferred('The labels of published status blocks; the vendor publishes no definition.'),
  },
  [
    {
      names: ['group.Mem'],
      labels: ['Mem'],
      title: 'Memory in use',
      unit: 'text',
      meaning: `Share of the host memory that all processes and this one hold. ${GROUP}`,
      lookAt: ['Mem.System', 'Mem.Process'],
    },
    {
      names: ['group.Mem_abs'],
      labels: ['Mem_abs'],
      title: 'Memory, absolute',
      unit: 'text',
      meaning: `Memory and swap of the host and what is in use, in kilobytes. ${GROUP}`,
      lookAt: ['Mem_abs.SysUsed', 'Mem_abs.ProcessUsed'],
    },
    {
      names: ['group.Disk'],
      labels: ['Disk'],
      title: 'Disk of the connector',
      unit: 'text',
      meaning: `Free space and size of the file system. ${GROUP}`,
      lookAt: ['Disk.Avail', 'Disk.Total'],
    },
    {
      names: ['group.CPU'],
      labels: ['CPU'],
      title: 'Processors',
      unit: 'text',
      meaning: `Load, time withheld by the hypervisor, and the processors configured and available. ${GROUP}`,
      lookAt: ['CPU.Util', 'CPU.Steal', 'CPU.Configured', 'CPU.Avail'],
    },
    {
      names: ['group.RTT'],
      labels: ['RTT'],
      title: 'Round trip times',
      unit: 'text',
      meaning: `How long an answer takes, in microseconds: of the network alone, and of the process at the other end. ${GROUP}`,
      lookAt: ['connection.control.rtt.tcp', 'connection.control.rtt.app'],
    },
    {
      names: ['group.File descriptors', 'group.descriptors'],
      labels: ['File descriptors'],
      title: 'File descriptors',
      unit: 'text',
      meaning: `Files and sockets that may be open, and that are, on the system and in this process. ${GROUP}`,
      lookAt: ['descriptors.Process.max', 'descriptors.Process.in-use'],
    },
    {
      names: ['group.Mtunnels'],
      labels: ['Mtunnels(all|health-report-based|no-health-report-based)'],
      title: 'Microtunnels',
      unit: 'text',
      meaning: `Each three values of this line: all tunnels, those to applications with health reporting, those without. ${GROUP}`,
      lookAt: ['mtunnels.current active.all'],
    },
    {
      names: ['group.mtr'],
      labels: ['mtr(create|delete)'],
      title: 'Path traces',
      unit: 'text',
      meaning: `Traces of the path begun and removed, by protocol. ${GROUP}`,
    },
    {
      names: ['rpc.RX'],
      labels: ['RX'],
      title: 'Messages received',
      unit: 'text',
      meaning: 'The counters behind it, up to TX, are of messages that this component received from the cloud.',
    },
    {
      names: ['rpc.TX'],
      labels: ['TX'],
      title: 'Messages sent',
      unit: 'text',
      meaning: 'The counters behind it are of messages sent to the cloud; the first number of a pair.',
    },
    {
      names: ['rpc.TX_DROP'],
      labels: ['TX_DROP'],
      title: 'Messages that could not be sent',
      unit: 'text',
      meaning: 'The second number of a pair: messages dropped because the connection was blocked or down.',
      healthy: '0, or no rise between blocks.',
    },
    {
      names: ['port.local'],
      labels: ['local port'],
      title: 'Own port of the connection',
      unit: 'identifier',
      meaning:
        'Source port on the connector, taken anew for each connection; 0 is a socket that was never bound. Another port with the same address is a new connection.',
    },
    {
      names: ['port.remote'],
      labels: ['remote port'],
      title: 'Port of the Service Edge',
      unit: 'identifier',
      meaning: '443: TLS towards the cloud. Must be open in the firewall and free of inspection.',
    },
  ],
);
