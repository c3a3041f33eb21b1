/** One story in every output mode of journalctl gives the same facts; newest first and over New Year too. */
import assert from 'node:assert/strict';
import type { JournalFacts } from '../../../server/src/engine/formats/journal/facts';
import { journal } from '../../../server/src/engine/formats/journal';
import { formats } from '../../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../../server/src/engine/triage';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';
import { ports } from '../../../server/src/node/ports';

interface Entry {
  readonly time: string;
  readonly ident: string;
  readonly pid: number;
  readonly message: string;
}

const HOST = 'ost-ac-07';
const ENTRIES: readonly Entry[] = [
  {
    time: '2025-11-03T08:15:02.250Z',
    ident: 'zpa-connector',
    pid: 811,
    message: 'zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin',
  },
  { time: '2025-11-03T08:15:03.000Z', ident: 'zpa-connector-child', pid: 900, message: 'Checking Enrollment' },
  {
    time: '2025-11-03T08:15:04.000Z',
    ident: 'sshd',
    pid: 77,
    message: 'Accepted publickey for admin from 192.0.2.9 port 50022 ssh2',
  },
  {
    time: '2025-11-03T08:16:03.000Z',
    ident: 'zpa-connector-child',
    pid: 900,
    message: 'Broker data connection count = 4, backed_off connections = 0',
  },
  {
    time: '2025-11-03T08:17:40.000Z',
    ident: 'zpa-connector-child',
    pid: 900,
    message:
      'Broker control connection to Zscaler Cloud closed: [10.9.8.7]:40404;broker2b.vie1.prod.zpath.net:[192.0.2.44]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR',
  },
  {
    time: '2025-11-03T08:19:00.000Z',
    ident: 'zpa-connector',
    pid: 811,
    message: 'zscaler-update: zpa-connector-child exited too fast, was running for 2 s',
  },
  {
    time: '2025-11-03T08:19:10.000Z',
    ident: 'zpa-connector',
    pid: 811,
    message: 'zscaler-update: zpa-connector-child exited too fast, was running for 3 s',
  },
];

const micros = ({ time }: Entry): string => String(Date.parse(time) * 1000);
const fieldsOf = (one: Entry): Record<string, string> => ({
  __CURSOR: 's=0123456789abcdef;i=1;b=aa;m=1;t=2;x=3',
  __REALTIME_TIMESTAMP: micros(one),
  _BOOT_ID: 'a'.repeat(32),
  _HOSTNAME: HOST,
  SYSLOG_IDENTIFIER: one.ident,
  _PID: String(one.pid),
  _SYSTEMD_UNIT: `${one.ident}.service`,
  MESSAGE: one.message,
});
const stamp = (one: Entry): string => one.time.replace('T', ' ').replace('Z', '000');

const MODES: Readonly<Record<string, (entries: readonly Entry[]) => string>> = {
  'short-iso': (all) =>
    all
      .map((one) => `${one.time.slice(0, 19)}+0000 ${HOST} ${one.ident}[${String(one.pid)}]: ${one.message}\n`)
      .join(''),
  json: (all) => all.map((one) => `${JSON.stringify(fieldsOf(one))}\n`).join(''),
  'json-seq': (all) => all.map((one) => `\u001e${JSON.stringify(fieldsOf(one))}\n`).join(''),
  'json-sse': (all) => all.map((one) => `data: ${JSON.stringify(fieldsOf(one))}\n\n`).join(''),
  'json-pretty': (all) =>
    all
      .map(
        (one) =>
          `{\n${Object.entries(fieldsOf(one))
            .map(([name, value]) => `\t"${name}" : ${JSON.stringify(value)}`)
            .join(',\n')}\n}\n`,
      )
      .join(''),
  'json-pretty through jq': (all) => all.map((one) => `${JSON.stringify(fieldsOf(one), null, 2)}\n`).join(''),
  'json in bytes': (all) =>
    all
      .map((one) => {
        const { MESSAGE: message = '', ...rest } = fieldsOf(one);
        return `${JSON.stringify({ ...rest, MESSAGE: [...Buffer.from(`\u001b[1;39m${message}`)] })}\n`;
      })
      .join(''),
  export: (all) =>
    all
      .map(
        (one) =>
          `${Object.entries(fieldsOf(one))
            .map(([name, value]) => `${name}=${value}\n`)
            .join('')}\n`,
      )
      .join(''),
  'export in bytes': (all) =>
    all
      .map((one) => {
        const { MESSAGE: message = '', ...rest } = fieldsOf(one);
        const length = String.fromCharCode(message.length % 128) + '\0'.repeat(7);
        return `${Object.entries(rest)
          .map(([name, value]) => `${name}=${value}\n`)
          .join('')}MESSAGE\n${length}${message}\n\n`;
      })
      .join(''),
  verbose: (all) =>
    all
      .map((one) => {
        const { __CURSOR: cursor = '', ...rest } = fieldsOf(one);
        return `Mon ${stamp(one)} UTC [${cursor}]\n${Object.entries(rest)
          .map(([name, value]) => `    ${name}=${value}\n`)
          .join('')}`;
      })
      .join(''),
};

function read(text: string): { readonly facts: JournalFacts; readonly text: readonly string[] } {
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  engine.addText('dump.txt', text);
  const [section, ...more] = engine.facts().sections('journal');
  assert.ok(section !== undefined, 'recognised');
  assert.deepEqual(more, [], 'as one section');
  return { facts: section.facts, text: text.split('\n') };
}

/** What must not depend on the mode: who, when, and what they said. */
function story({ facts, text }: ReturnType<typeof read>): unknown {
  return {
    span: [facts.firstMs, facts.lastMs].map((ms) => (ms === null ? null : Math.floor(ms / 1000))),
    zone: facts.clock.zoneMinutes,
    hosts: facts.hosts,
    lives: facts.processes.map((life) => [life.component, life.role, life.pid, life.blocks.length]),
    events: [...facts.events].map(([id, log]) => [
      id,
      log.kept.map((event) => [
        Math.floor((event.timeMs ?? 0) / 1000),
        // The event's columns lead to its words, in whatever form the mode writes them.
        text[event.line]?.includes('MESSAGE" : [') === true || text[event.line]?.includes('"MESSAGE":[') === true
          ? true
          : /^[A-Za-z-]/u.test(text[event.line]?.slice(event.start) ?? ''),
      ]),
    ]),
  };
}

describe('output modes of journalctl', () => {
  const wanted = story(read(MODES['short-iso']?.(ENTRIES) ?? ''));
  for (const [mode, write] of Object.entries(MODES)) {
    it(`${mode} tells the same story`, () => {
      assert.deepEqual(story(read(write(ENTRIES))), wanted);
    });

    it(`${mode} newest first tells the same story`, () => {
      const newestFirst = read(write([...ENTRIES].reverse()));
      assert.equal(newestFirst.facts.newestFirst, true);
      // The processes are met in another order; events and times are not.
      const { events, span } = story(newestFirst) as { events: unknown; span: unknown };
      const { events: forward, span: forwardSpan } = wanted as { events: unknown; span: unknown };
      assert.deepEqual({ events, span }, { events: forward, span: forwardSpan });
    });

    it(`${mode} cut anywhere is read as far as it goes`, () => {
      const text = write(ENTRIES);
      for (let cut = 1; cut < text.length; cut += 7) {
        const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
        engine.addText('dump.txt', text.slice(0, cut));
        engine.evaluate();
      }
    });
  }

  it('names the values of a status line in a record', () => {
    const names = (line: string): string[] => (journal.fields?.(line) ?? []).map((token) => token.name);
    const message = 'Broker data connection count = 4, backed_off connections = 1';
    for (const line of [
      `MESSAGE=${message}`,
      `    MESSAGE=${message}`,
      `\t"MESSAGE" : "${message}",`,
      `{"_PID":"1","MESSAGE":"${message}"}`,
    ]) {
      assert.deepEqual(names(line), ['data.connections', 'data.backed_off'], line);
    }
  });

  it('counts years over New Year, forwards and backwards', () => {
    const line = (day: string): string => `${day} ${HOST} zpa-connector-child[5]: Checking Enrollment\n`;
    const days = ['Dec 30 23:00:00', 'Dec 31 23:59:58', 'Jan  1 00:00:01', 'Jan  2 10:00:00', 'Jan  3 10:00:00'];
    const engine = (text: string): JournalFacts => {
      const triage = new Triage(catalogue, formats, ports, { ...DEFAULT_SETTINGS, year: 2024 });
      triage.addText('dump.txt', text);
      const facts = triage.facts().sections('journal')[0]?.facts;
      assert.ok(facts !== undefined);
      return facts;
    };
    const forward = engine(days.map(line).join(''));
    assert.equal(forward.firstMs, Date.UTC(2024, 11, 30, 23));
    assert.equal(forward.lastMs, Date.UTC(2025, 0, 3, 10));
    assert.deepEqual(forward.breaks, []);
  });
});
