import { text } from '../text';
import type { Cast } from '../cast';
import type { Random } from '../random';

/** `ping -c 5 co2br.<cloud>` without loss. */
export function pingOutput(cast: Cast, random: Random): string[] {
  const { brokers, cloud } = cast.identity;
  const [{ ip, rttUs, site }] = brokers;
  const times = [1, 2, 3, 4, 5].map(() => (rttUs / 1000) * (0.97 + random.next() * 0.08));
  const average = times.reduce((sum, time) => sum + time, 0) / times.length;
  const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - average) ** 2, 0) / times.length);
  const name = `${site}.co2br.gslb.${cloud}`;
  return [
    `PING ${name} (${ip}) 56(84) bytes of data.`,
    ...times.map(
      (time, index) => text`64 bytes from ${ip} (${ip}): icmp_seq=${index + 1} ttl=54 time=${time.toFixed(2)} ms`,
    ),
    '',
    `--- ${name} ping statistics ---`,
    '5 packets transmitted, 5 received, 0% packet loss, time 4006ms',
    `rtt min/avg/max/mdev = ${ms(Math.min(...times))}/${ms(average)}/${ms(Math.max(...times))}/${ms(deviation)} ms`,
  ];
}

/** A hop of an mtr report: autonomous system, address, share of the whole way's time. */
type Hop = readonly [system: string, address: string, share: number];

/** `mtr -rzwbec100 --tcp -P443` without loss at any hop. Numbers of autonomous systems are those for documentation. */
export function mtrOutput(cast: Cast, random: Random, nowMs: number): string[] {
  const { machine, identity } = cast;
  const [{ ip, rttUs }] = identity.brokers;
  const hops: readonly Hop[] = [
    ['AS???', machine.gateway, 0.03],
    ['AS???', '10.255.0.1', 0.05],
    ['AS64496', '192.0.2.1', 0.22],
    ['AS64496', '192.0.2.17', 0.31],
    ['AS64511', '198.51.100.1', 0.88],
    ['AS64511', ip, 1],
  ];
  const host = `${machine.host}.${machine.domain}`;
  const width = Math.max(host.length - 3, 26);
  return [
    `Start: ${new Date(nowMs).toISOString().slice(0, 19)}+0000`,
    `HOST: ${host.padEnd(width + 3)} Loss%   Snt   Last   Avg  Best  Wrst StDev`,
    ...hops.map((hop, index) => hopLine(hop, index + 1, width, rttUs, random)),
  ];
}

function hopLine([system, address, share]: Hop, number: number, width: number, rttUs: number, random: Random): string {
  const average = (rttUs / 1000) * share;
  const best = average * (0.9 + random.next() * 0.06);
  const worst = average * (1.1 + random.next() * 0.4);
  const last = average * (0.97 + random.next() * 0.06);
  const figures = [last, average, best, worst, (worst - best) / 8];
  const name = `${system.padEnd(8)} ${address}`.padEnd(width);
  const columns = figures.map((figure, index) => figure.toFixed(1).padStart(index === 0 ? 7 : 6)).join('');
  return text`  ${number}. ${name}    0.0%   100${columns}`;
}

function ms(value: number): string {
  return value.toFixed(3);
}
