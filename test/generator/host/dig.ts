import { text } from '../text';
import { BOOTSTRAP_ADDRESSES } from '../cast';
import type { Cast } from '../cast';
import { monthName, weekday } from '../journal/stamp';
import type { Random } from '../random';

/** `dig co2br.<cloud>` that succeeds: two aliases, eight addresses. */
export function digOutput(cast: Cast, random: Random, nowMs: number): string[] {
  const { cloud, brokers } = cast.identity;
  const name = `co2br.${cloud}.`;
  const balanced = `co2br.gslb.${cloud}.`;
  const local = `${brokers[0].site}.co2br.gslb.${cloud}.`;
  return [
    '',
    `; <<>> DiG 9.16.23-RH <<>> co2br.${cloud}`,
    ';; global options: +cmd',
    ';; Got answer:',
    text`;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: ${random.integer(1_000, 65_000)}`,
    text`;; flags: qr rd ra; QUERY: 1, ANSWER: ${BOOTSTRAP_ADDRESSES.length + 2}, AUTHORITY: 0, ADDITIONAL: 1`,
    '',
    ';; OPT PSEUDOSECTION:',
    '; EDNS: version: 0, flags:; udp: 1232',
    ';; QUESTION SECTION:',
    `;${name.padEnd(31)}IN\tA`,
    '',
    ';; ANSWER SECTION:',
    `${name.padEnd(32)}60\tIN\tCNAME\t${balanced}`,
    `${balanced.padEnd(32)}30\tIN\tCNAME\t${local}`,
    ...BOOTSTRAP_ADDRESSES.map((ip) => `${local.padEnd(32)}30\tIN\tA\t${ip}`),
    '',
    text`;; Query time: ${random.integer(2, 24)} msec`,
    `;; SERVER: ${cast.machine.nameservers[0] ?? ''}#53(${cast.machine.nameservers[0] ?? ''})`,
    `;; WHEN: ${whenText(nowMs)}`,
    ';; MSG SIZE  rcvd: 237',
    '',
  ];
}

/** `dig +short co2br.<cloud>`. */
export function digShort(cast: Cast): string[] {
  const { cloud, brokers } = cast.identity;
  return [`co2br.gslb.${cloud}.`, `${brokers[0].site}.co2br.gslb.${cloud}.`, ...BOOTSTRAP_ADDRESSES];
}

/** `nslookup` that gets no answer from any server. */
export const NSLOOKUP_TIMED_OUT: readonly string[] = [';; connection timed out; no servers could be reached', ''];

/** `Tue Mar 17 12:06:12 UTC 2026`. */
function whenText(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return text`${weekday(ms)} ${monthName(ms)} ${day} ${date.toISOString().slice(11, 19)} UTC ${date.getUTCFullYear()}`;
}
