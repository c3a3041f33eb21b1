import { text } from '../text';
import { BASE64 } from '../random';
import type { Random } from '../random';
import type { Machine } from '../cast';
import type { Timeline } from '../timeline';
import type { JournalWriter } from './journal-writer';

/** A few lines that one cause writes at once: identifier, pid, message. */
type Burst = readonly (readonly [ident: string, pid: number | null, message: string])[];

interface Noise {
  readonly weight: number;
  readonly make: (random: Random, machine: Machine, nowMs: number) => Burst;
}

/** Lines that a healthy Linux host writes about itself; nothing among them is a fault of the connector. */
const NOISE: readonly Noise[] = [
  { weight: 5, make: login },
  { weight: 4, make: cron },
  { weight: 3, make: packageCache },
  { weight: 2, make: lease },
  { weight: 2, make: timeSource },
  { weight: 2, make: scanner },
  { weight: 1, make: kernel },
  { weight: 1, make: cleanUp },
];
const TOTAL_WEIGHT = NOISE.reduce((sum, { weight }) => sum + weight, 0);

/** Lets the host's other processes speak at irregular times, on average every `everySeconds`, while it is awake. */
export function hostNoise(
  timeline: Timeline,
  journal: JournalWriter,
  random: Random,
  machine: Machine,
  everySeconds: number,
  isAwake: () => boolean = () => true,
): void {
  const next = (): void => {
    timeline.after(1 - Math.log(1 - random.next()) * everySeconds, () => {
      if (isAwake()) noiseBurst(journal, random, machine, timeline.nowMs);
      next();
    });
  };
  next();
}

/** Writes the lines of one cause. */
export function noiseBurst(journal: JournalWriter, random: Random, machine: Machine, nowMs: number): void {
  let roll = random.next() * TOTAL_WEIGHT;
  for (const { weight, make } of NOISE) {
    roll -= weight;
    if (roll >= 0) continue;
    for (const [ident, pid, message] of make(random, machine, nowMs)) journal.line(ident, pid, message);
    return;
  }
}

function login(random: Random): Burst {
  const pid = random.integer(20_000, 90_000);
  const session = random.integer(100, 9_000);
  const from = `10.20.0.${String(random.integer(80, 99))} port ${String(random.integer(40_000, 60_000))}`;
  return [
    ['sshd', pid, `Accepted publickey for admin from ${from} ssh2: ED25519 SHA256:${random.characters(43, BASE64)}`],
    ['systemd-logind', 741, text`New session ${session} of user admin.`],
    ['systemd', 1, text`Started Session ${session} of User admin.`],
    ['sshd', pid, 'pam_unix(sshd:session): session opened for user admin(uid=1000) by admin(uid=0)'],
  ];
}

function cron(random: Random): Burst {
  const pid = random.integer(20_000, 90_000);
  return [
    ['CROND', pid, '(root) CMD (run-parts /etc/cron.hourly)'],
    ['run-parts', pid + 1, '(/etc/cron.hourly) starting 0anacron'],
    ['run-parts', pid + 2, '(/etc/cron.hourly) finished 0anacron'],
  ];
}

function packageCache(random: Random): Burst {
  const pid = random.integer(20_000, 90_000);
  return [
    ['systemd', 1, 'Starting dnf makecache...'],
    ['dnf', pid, 'Metadata cache refreshed recently.'],
    ['systemd', 1, 'dnf-makecache.service: Deactivated successfully.'],
    ['systemd', 1, 'Finished dnf makecache.'],
  ];
}

function lease(random: Random, machine: Machine, nowMs: number): Burst {
  const at = `${String(Math.floor(nowMs / 1000))}.${String(random.integer(1000, 9999))}`;
  return [
    ['NetworkManager', 812, `<info>  [${at}] dhcp4 (ens192): state changed new lease, address=${machine.ip}`],
    ['systemd', 1, 'Starting Network Manager Script Dispatcher Service...'],
    ['systemd', 1, 'Started Network Manager Script Dispatcher Service.'],
  ];
}

function timeSource(_: Random, machine: Machine): Burst {
  return [['chronyd', 698, `Selected source ${machine.ntpServer}`]];
}

/** Scanners knock on every port 22. */
function scanner(random: Random): Burst {
  const from = `10.20.7.${String(random.integer(2, 40))} port ${String(random.integer(40_000, 60_000))}`;
  return [['sshd', random.integer(20_000, 90_000), `Did not receive identification string from ${from}`]];
}

function kernel(random: Random): Burst {
  const took = random.integer(2_501, 3_100);
  return [
    [
      'kernel',
      null,
      text`perf: interrupt took too long (${took} > 2500), lowering kernel.perf_event_max_sample_rate to 79000`,
    ],
  ];
}

function cleanUp(): Burst {
  return [
    ['systemd', 1, 'Starting Cleanup of Temporary Directories...'],
    ['systemd', 1, 'systemd-tmpfiles-clean.service: Deactivated successfully.'],
    ['systemd', 1, 'Finished Cleanup of Temporary Directories.'],
  ];
}
