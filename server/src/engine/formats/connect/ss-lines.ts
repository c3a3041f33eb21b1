export const TOTAL = /^Total: \d{1,9}(?: \(kernel \d{1,9}\))?\s{0,4}$/u;
/** `TCP:   187 (estab 40, closed 130, orphaned 0, timewait 129)`; older: `synrecv 0, timewait 129/0), ports 0`. */
export const SUMMARY_TCP = /^TCP:\s{1,8}(?<tcp>\d{1,9}) \(estab \d{1,9}, closed \d{1,9}, /u;
/** Head of the table, of ss (with or without Netid and State) and of netstat. */
export const HEAD =
  /^(?:Netid\s{1,8})?(?:State\s{1,12})?Recv-Q\s{1,4}Send-Q\s{1,40}Local Address:Port\s{1,60}Peer Address:Port|^Proto\s{1,4}Recv-Q Send-Q Local Address\s{1,40}Foreign Address/u;
const STATES =
  'ESTAB|TIME-WAIT|SYN-SENT|SYN-RECV|FIN-WAIT-1|FIN-WAIT-2|CLOSE-WAIT|CLOSING|LAST-ACK|LISTEN|UNCONN|CLOSED';
/** Row of ss: `ESTAB 0 0 10.1.1.1:22 10.1.1.2:5555 users:(…)`; the state is missing where one was asked for. */
export const SOCKET = new RegExp(
  `^(?:(?<netid>tcp|udp|u_str|u_dgr|raw|icmp6|nl|p_raw)\\s{1,8})?(?:(?<state>${STATES})\\s{1,12})?(?<recv>\\d{1,10})\\s{1,12}(?<send>\\d{1,10})\\s{1,60}(?<local>\\S{2,100}?:(?:[\\w-]{1,40}|\\*))\\s{1,60}(?<peer>\\S{2,100}?:(?:[\\w-]{1,40}|\\*))(?:\\s|$)`,
  'u',
);
/** Row of netstat: `tcp 0 0 10.1.1.1:22 10.1.1.2:5555 ESTABLISHED`. */
export const NETSTAT_ROW =
  /^(?<netid>tcp6?|udp6?)\s{1,8}(?<recv>\d{1,10})\s{1,12}(?<send>\d{1,10})\s(?<local>\S{2,100}:(?:\d{1,5}|\*))\s{1,60}(?<peer>\S{2,100}:(?:\d{1,5}|\*))(?:\s{1,40}(?<state>[A-Z][A-Z_\d]{3,12}))?(?:\s|$)/u;
/** Row of the table of `ss -s`: `UDP	  8         5         3`. */
export const TRANSPORT =
  /^(?<kind>\*|RAW|UDP|TCP|INET|FRAG)\s{1,8}(?<total>\d{1,9})\s{1,12}(?:\d{1,9}|-)\s{1,12}(?:\d{1,9}|-)\s{0,8}$/u;
export const TRANSPORT_HEAD = /^Transport\s{1,4}Total\s{1,12}IP\s{1,12}IPv6/u;
export const COUNTER =
  /^\s{1,8}(?<value>\d{1,12}) (?<what>failed connection attempts|connection resets received|resets sent)\s{0,4}$/u;

/** First line of netstat's tables. */
export function netstatTitle(line: string): boolean {
  return line.startsWith('Active Internet connections (');
}

/** Head of a group of `netstat -s`. */
export const STATISTICS = /^(?:Ip|Icmp|IcmpMsg|Tcp|Udp|UdpLite|TcpExt|IpExt|MPTcpExt):$/u;
