import assert from 'node:assert/strict';
import { lssEvents } from '../../../server/src/engine/formats/lss/lss-events';
import { reportOf } from './api-support';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const STATUS =
  '{"LogTimestamp": "Wed Jul  3 05:17:22 2019","Customer": "Example, Inc.","SessionID": "8A64Qwj9zCkfYDGJVoUZ","SessionType": "ZPN_ASSISTANT_BROKER_CONTROL","SessionStatus": "ZPN_STATUS_AUTHENTICATED","Version": "19.20.3","Platform": "el7","ZEN": "US-NY-8179","Connector": "ber-ac-01","ConnectorGroup": "Berlin","PrivateIP": "10.0.0.4","PublicIP": "198.51.100.7","Latitude": 00.000000,"Longitude": -00.000000,"CountryCode": "","TimestampAuthentication": "2019-06-27T05:05:23.348Z","TimestampUnAuthentication": "","CPUUtilization": 1,"MemUtilization": 20,"ServiceCount": 2,"HostStartTime": "1513229995","NumOfInterfaces": 2,"BytesRxInterface": 319831966346}';
const METRICS =
  '{"LogTimestamp":"Tue Dec  6 09:12:10 2022","Connector":"ber-ac-01","CPUUtilization":"2","SystemMemoryUtilization":"7","AppCount":"4","TargetCount":"10","AliveTargetCount":"7","AppConnectionsActive":"23","AvailablePorts":"63977","ProcessUsedFileDescriptors":"388","AvailableDiskBytes":"127528673280"}';
const ACTIVITY =
  '{"LogTimestamp": "Tue Mar 23 13:10:53 2021", "Customer": "Example", "SessionID": "2rq1jwFdb3T1ioovdwSO", "ConnectionID": "2rq1jwFdb3T1ioovdwSO,k/Ih", "InternalReason": "AST_MT_SETUP_TIMEOUT", "ConnectionStatus": "close", "IPProtocol": 6, "Username": "user@example.com", "ServicePort": 5985, "ClientZEN": "EU-PL-9523", "Connector": "", "ConnectorZEN": "", "Host": "srv-001.example", "Application": "srv-001", "ServerSetupTime": 490, "TimestampConnectionStart": "2021-03-23T13:10:48.621Z"}';
/** As the product sends it: values left out. */
const USER =
  '{"LogTimestamp": "Mon Mar  2 02:57:05 2020","Customer": "Example, Inc.","Username": "user@example.com","SessionID": "lCINpOrrZlRANDOMP+E","SessionStatus": "ZPN_STATUS_AUTHENTICATED","Version": "1.5.1","ZEN": "US-IL-8706","CertificateCN": "x","TrustedNetworks": ,"TrustedNetworksNames": ,"SAMLAttributes": "{\\"FirstName\\":[\\"Random\\"]}","PosturesHit": ["a","b"],"PosturesMiss": ,"ZENLatitude": 00.000000}';
const AUDIT =
  '{"ModifiedTime":"2021-11-17T04:29:38.000Z","CreationTime":"","ModifiedBy":11223344556677889,"RequestID":"11111111-1111-1111-1111-111111111111","AuditOldValue":"","AuditNewValue":"{\\"name\\":\\"ber key\\",\\"provisioningKey\\":\\"3|api.private.zscaler.com|Zz9AbCdEf\\"}","AuditOperationType":"Create","ObjectType":"App Connector Provisioning Key","ObjectName":"ber key","ObjectID":6211,"CustomerID":72058,"User":"admin@example.com","ClientAuditUpdate":0}';
const CSV_STATUS =
  'Tue Jan 20 09:30:00 2026 Connector Status zpa-lss: ,Example,8A64Qwj9zCkfYDGJVoUZ,ZPN_ASSISTANT_BROKER_CONTROL,ZPN_STATUS_DISCONNECTED,25.47.1,el9,EU-DE-1,ber-ac-01,Berlin,10.0.0.4,198.51.100.7,52.520000,13.405000,DE,2026-01-19T05:05:23.348Z,2026-01-20T09:29:58.000Z,1,20,2,eth0,10.0.0.1,10.0.0.53,1513229995,1555920005,2,319831966346,1617569938,0,0,192958782635,1797471190,0,0,10902554,48931771,0';
const TSV_METRIC = `Tue Jan 20 09:30:00 2026 Connector Metric zpa-lss: \tber-ac-01${'\t1'.repeat(29)}`;

describe('lss-events', () => {
  it('reads status, also where the JSON is not valid', () => {
    assert.deepEqual(factsOf(lssEvents, `${STATUS}\n${METRICS}\n${USER}\n${AUDIT}\n`), [
      {
        counts: { 'connector-status': 1, 'connector-metrics': 1, 'user-status': 1, audit: 1 },
        statuses: [
          {
            line: 0,
            start: STATUS.indexOf('ZPN_STATUS_'),
            end: STATUS.indexOf('ZPN_STATUS_') + 24,
            timeMs: Date.UTC(2019, 6, 3, 5, 17, 22),
            component: 'App Connector',
            name: 'ber-ac-01',
            group: 'Berlin',
            session: '8A64Qwj9zCkfYDGJVoUZ',
            status: 'ZPN_STATUS_AUTHENTICATED',
            version: '19.20.3',
            privateIp: '10.0.0.4',
          },
        ],
        samples: [
          {
            line: 0,
            timeMs: Date.UTC(2019, 6, 3, 5, 17, 22),
            kind: 'connector-status',
            name: 'ber-ac-01',
            figures: { CPUUtilization: 1, SystemMemoryUtilization: 20 },
          },
          {
            line: 1,
            timeMs: Date.UTC(2022, 11, 6, 9, 12, 10),
            kind: 'connector-metrics',
            name: 'ber-ac-01',
            figures: {
              CPUUtilization: 2,
              SystemMemoryUtilization: 7,
              TargetCount: 10,
              AvailablePorts: 63977,
              ProcessUsedFileDescriptors: 388,
              AvailableDiskBytes: 127528673280,
            },
          },
        ],
        ended: 0,
        reasons: [],
      },
    ]);
  });

  it('counts the reasons of user activity, the most frequent first', () => {
    const fine = ACTIVITY.replace('AST_MT_SETUP_TIMEOUT', 'MT_CLOSED_TERMINATED').replace(
      '"Connector": ""',
      '"Connector": "ber-ac-01"',
    );
    const open = ACTIVITY.replace('AST_MT_SETUP_TIMEOUT', '').replace('close', 'active');
    const facts = factsOf(lssEvents, [fine, ACTIVITY, fine, open].join('\n'))[0];
    assert.equal(facts?.ended, 3);
    assert.deepEqual(
      facts.reasons.map(({ code, count, withoutConnector, places }) => [
        code,
        count,
        withoutConnector,
        places[0]?.line,
      ]),
      [
        ['MT_CLOSED_TERMINATED', 2, 0, 0],
        ['AST_MT_SETUP_TIMEOUT', 1, 1, 1],
      ],
    );
    assert.deepEqual(facts.reasons[1]?.applications, ['srv-001']);
  });

  it('reads records behind syslog and other prefixes', () => {
    for (const prefix of [
      '<134>',
      '<134>Jan 20 09:30:00 receiver-1 zpa: ',
      'Jan 20 09:30:00 receiver-1 lss[42]: ',
      '2026-01-20T09:30:00Z collector ',
    ]) {
      const facts = factsOf(lssEvents, `${prefix}${STATUS}\n${prefix}${STATUS}\n`);
      assert.deepEqual(
        facts.map(({ statuses }) => statuses.map(({ start }) => start)),
        [[0, 1].map(() => prefix.length + STATUS.indexOf('ZPN_STATUS_'))],
      );
    }
  });

  it('reads records that a forwarder has put into a string of its own', () => {
    const string = JSON.stringify(STATUS);
    const wrapped: Readonly<Record<string, string>> = {
      filebeat: `{"@timestamp":"2026-01-20T09:30:00.000Z","@metadata":{"beat":"filebeat"},"message":${string},"host":{"name":"receiver-1"}}`,
      logstash: `{"event":{"original":${JSON.stringify(`<134>Jan 20 09:30:00 receiver-1 zpa: ${STATUS}`)}},"@version":"1"}`,
      fluentd: `{"log":${JSON.stringify(`${STATUS}\n`)},"stream":"stdout","time":"2026-01-20T09:30:00Z"}`,
      hec: `{"time":1768901400,"sourcetype":"zpa","event":${string}}`,
      splunk: `{"preview":false,"offset":0,"result":{"_raw":${string},"_time":"2026-01-20T09:30:00.000+00:00"}}`,
      syslog: `<134>Jan 20 09:30:00 receiver-1 beat: {"message":${string}}`,
      twice: `{"result":{"_raw":${JSON.stringify(`{"@version":"1","message":${string}}`)}}}`,
      csv: `"${STATUS.replaceAll('"', '""')}","2026-01-20T09:30:00.000+00:00",receiver-1`,
    };
    for (const [name, line] of Object.entries(wrapped)) {
      const [facts] = factsOf(lssEvents, `${line}\n`);
      const [status] = facts?.statuses ?? [];
      assert.deepEqual([status?.name, status?.timeMs], ['ber-ac-01', Date.UTC(2019, 6, 3, 5, 17, 22)], name);
      assert.equal(line.slice(status?.start, status?.end), 'ZPN_STATUS_AUTHENTICATED', name);
      assert.ok(valuesOf(lssEvents, line).includes('lss.Connector=ber-ac-01'), name);
      assert.equal(lssEvents.seriesKey?.(line), 'connector-status|ber-ac-01', name);
    }
    const metric = `{"message":${JSON.stringify(TSV_METRIC)}}`;
    assert.deepEqual(factsOf(lssEvents, `${metric}\n`)[0]?.counts, { 'connector-metrics': 1 });
    assert.ok(valuesOf(lssEvents, metric).includes('lss.Connector=ber-ac-01'));
    // Of a string that does not end nothing is certain, and in other members something else may be quoted.
    for (const line of [
      wrapped.filebeat?.slice(0, 400) ?? '',
      `{"note":${string}}`,
      `{"message":${JSON.stringify(`curl printed: ${'x'.repeat(400)} ${STATUS}`)}}`,
      '{"message":"{\\"LogTimestamp\\": \\"Tue Mar 23 13:10:53 2021\\", \\"level\\": \\"info\\"}"}',
    ]) {
      assert.notEqual(readArtifact(`${line}\n`).format, 'lss-events', line);
    }
  });

  it('reads the CSV and TSV templates', () => {
    const [csv] = factsOf(lssEvents, `${CSV_STATUS}\n`)[0]?.statuses ?? [];
    assert.deepEqual(
      [csv?.name, csv?.group, csv?.status, csv?.timeMs],
      ['ber-ac-01', 'Berlin', 'ZPN_STATUS_DISCONNECTED', Date.UTC(2026, 0, 20, 9, 30)],
    );
    assert.deepEqual(factsOf(lssEvents, TSV_METRIC)[0]?.counts, { 'connector-metrics': 1 });
    assert.deepEqual(factsOf(lssEvents, 'Audit zpa-lss: ,2026-01-20T09:30:00.000Z,,1\n')[0]?.counts, { audit: 1 });
  });

  it('takes no value from a row that a comma in a name has shifted, or that was cut', () => {
    for (const row of [CSV_STATUS.replace('Example', 'Example, Inc.'), CSV_STATUS.slice(0, 200)]) {
      const facts = factsOf(lssEvents, row)[0];
      assert.deepEqual(facts?.counts, { 'connector-status': 1 });
      assert.deepEqual(facts.statuses, []);
      assert.deepEqual(valuesOf(lssEvents, row), []);
    }
    assert.deepEqual(
      valuesOf(
        lssEvents,
        '{"LogTimestamp": "Tue Mar 23 13:10:53 2021", "InternalReason": "", "ConnectionStatus": "close", "Host": "srv',
      ),
      ['lss.LogTimestamp=Tue Mar 23 13:10:53 2021', 'lss.InternalReason=', 'lss.ConnectionStatus=close'],
    );
  });

  it('leaves foreign records alone', () => {
    for (const line of [
      '{"LogTimestamp": "Tue Mar 23 13:10:53 2021", "level": "info", "msg": "started"}',
      '{"eventTime":"2026-01-20T09:30:00Z","eventName":"Login","userIdentity":{"type":"Root"}}',
      '{"Connector": "kafka-1", "ConnectionStatus": "close", "InternalReason": "EOF"}',
      'Jan 20 09:30:00 web-1 app[1]: {"SessionStatus": "open", "Connector": "x"}',
      'User Activity of last week',
    ]) {
      assert.notEqual(readArtifact(`${line}\n`).format, 'lss-events', line);
    }
  });

  it('ties a record to the one before of the same component', () => {
    assert.equal(lssEvents.seriesKey?.(METRICS), 'connector-metrics|ber-ac-01');
    assert.equal(lssEvents.seriesKey(TSV_METRIC), 'connector-metrics|ber-ac-01');
    assert.equal(lssEvents.seriesKey(ACTIVITY), null);
  });

  it('names every value', () => {
    assert.ok(valuesOf(lssEvents, CSV_STATUS).includes('lss.Connector=ber-ac-01'));
    assert.ok(valuesOf(lssEvents, AUDIT).includes('lss.modifiedByUser=admin@example.com'));
    const filled = (line: string): string => line.replaceAll('""', '"-"').replace(/: ,/gu, ': "-",');
    assertCovered(lssEvents, [STATUS, METRICS, ACTIVITY, USER, AUDIT].map(filled), /^[[\]{},]{1,3}$/u);
  });

  it('is robust', () => {
    assertRobust(lssEvents, `${USER}\n${METRICS}\n`);
    assertRobust(lssEvents, CSV_STATUS);
    assertRobust(lssEvents, `{"message":${JSON.stringify(METRICS)}}\n"${METRICS.replaceAll('"', '""')}",1\n`);
    const started = Date.now();
    readArtifact(`{"LogTimestamp": "Tue Mar 23 13:10:53 2021"${',"a": "b"'.repeat(120_000)}}`);
    readArtifact(
      `{"message":"{\\"LogTimestamp\\": \\"Tue Mar 23 13:10:53 2021\\"${',\\"a\\": \\"b\\"'.repeat(80_000)}}"}`,
    );
    readArtifact(`"{""LogTimestamp"": ""Tue Mar 23 13:10:53 2021""${',""a"": ""b""'.repeat(80_000)}}"`);
    readArtifact(`${' '.repeat(200)}zpa-lss: ,${','.repeat(1_000_000)}`);
    assert.ok(Date.now() - started < 2_000);
  });

  it('gives the report the connectors that no journal tells of', async () => {
    const report = await reportOf({ 'status.jsonl': `${STATUS}\n` });
    assert.deepEqual(report.connectors, [
      {
        id: null,
        name: 'ber-ac-01',
        version: '19.20.3',
        host: null,
        component: 'zpa-connector',
        state: 'ZPN_STATUS_AUTHENTICATED',
      },
    ]);
    const both = await reportOf({
      'journal.txt':
        'Jan 20 10:00:00 ber-1 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=ber-ac-01:Ver=25.47.1 --------\n',
      'status.jsonl': `${STATUS}\n`,
    });
    assert.deepEqual(
      both.connectors.map(({ id, name, host }) => [id, name, host]),
      [['216196257331371034', 'ber-ac-01', 'ber-1']],
    );
  });

  it('shows no key of an audit record', async () => {
    for (const line of [AUDIT, `{"message":${JSON.stringify(AUDIT)}}`, `"${AUDIT.replaceAll('"', '""')}",receiver-1`]) {
      assert.deepEqual(factsOf(lssEvents, `${line}\n`)[0]?.counts, { audit: 1 });
      assert.doesNotMatch(JSON.stringify(await reportOf({ 'audit.jsonl': `${line}\n` })), /Zz9AbCdEf/u);
    }
  });
});
