import type { Quiet } from '../case';
import { text } from '../text';

/** Prose, code and data that speak of our messages and are none of them. */
export const foreignTexts: readonly Quiet[] = [
  {
    name: 'texts: a ticket in prose that quotes messages',
    files: {
      'ticket-4411.txt': text(
        'Customer says the log said NO_CONNECTOR_AVAILABLE and later APP_NOT_REACHABLE.',
        'We saw "DNS resolution failed for api.private.zscaler.com" on the old host, and "Certificate enrollment failed." on the new one.',
        'Control connection state: DISCONNECTED is what the portal shows, she thinks.',
        'DR publickey uploaded: NO was asked about too.',
        'Next call on Tuesday.',
      ),
    },
  },
  {
    name: 'texts: a guide in Markdown with quoted logs and commands',
    files: {
      'guide.md': text(
        '# Troubleshooting a connector',
        '',
        'If the journal holds `Cannot decrypt data from instance_id.crypt`, re-provision:',
        '',
        '```',
        'Feb 2 05:08:21 example zpa-connector-child[15083]: Cannot decrypt data from instance_id.crypt',
        '```',
        '',
        '1. `sudo systemctl stop zpa-connector`',
        '2. `echo "3|api.private.zscaler.com|VALID-KEY-HEX" | sudo tee /opt/zscaler/var/provision_key`',
        '',
        '> certificate is not yet valid means that the clock is wrong.',
      ),
    },
    notes: 'any',
  },
  {
    name: 'texts: source code that looks for the messages',
    files: {
      'rules.py': text(
        'PATTERNS = {',
        '    "dns": re.compile(r"DNS resolution failed for (\\S+)"),',
        '    "crash": re.compile(r"exited too fast, was running for (\\d+) seconds"),',
        '    "pause": "entering PAUSE mode because of - ",',
        '}',
        'ASSISTANT_LOG = "Connector(ID = %d) (Name = %s) entering PAUSE mode because of - %s"',
      ),
      'pause.c': text(
        '#define PAUSE_REASON_CERT_EXPIRY "Certificate expiry"',
        'ASSISTANT_LOG(AL_INFO, "Connector(ID = %"PRId64") (Name = %s) entering PAUSE mode because of - %s", gid, name, reason);',
      ),
      'test.ts': text(
        "it('finds tx_drop', () => {",
        "  expect(parse('tx_drop = 9, tx_blocked = 4')).toEqual({ drop: 9 });",
        '});',
      ),
    },
  },
  {
    name: 'texts: tables, translations and emoji',
    files: {
      'codes.csv': text(
        'code;meaning',
        'NO_CONNECTOR_AVAILABLE;no connector',
        'FOHH_CLOSE_REASON_SOCKET_ERR;socket error',
        'ZPN_STATUS_DISCONNECTED;lost',
      ),
      'de.json': text(
        '{',
        '  "connector.notConnected": "Der Connector ist nicht mit der Cloud verbunden 😟",',
        '  "status": "ZPN_STATUS_DISCONNECTED",',
        '  "enabled": false',
        '}',
      ),
      'chat.txt': text(
        '09:12 Ana: 🔥🔥 tunnel: DOWN again?',
        '09:13 Ben: yes, SSL inspection 🙈 self signed certificate in certificate chain',
        '09:14 Ana: “fixed” it ‘yesterday’ …',
      ),
      'ja.po': text(
        'msgid "Certificate will expire in {days} days"',
        'msgstr "証明書は{days}日後に期限切れになります"',
      ),
    },
  },
  {
    name: 'texts: JSON of other services',
    files: {
      'users.json': text(
        '[',
        '  {"id": "1", "name": "a", "enabled": false, "status": "FAILED", "currentVersion": "1.0.0", "expectedVersion": "1.1.0"},',
        '  {"id": "2", "name": "b", "enabled": true}',
        ']',
      ),
      'pods.json': text(
        '{"apiVersion":"v1","kind":"List","items":[{"metadata":{"name":"zpa-connector-0"},"status":{"phase":"Failed","reason":"Evicted"}}]}',
      ),
      'package.json': text(
        '{',
        '  "name": "connector",',
        '  "version": "1.2.3",',
        '  "private": true,',
        '  "usageCount": 10,',
        '  "maxUsage": 10',
        '}',
      ),
      'keys.json': text(
        '{"list":[{"id":"1","name":"door","maxUsage":"5","usageCount":"5","enabled":false}],"totalPages":"1"}',
      ),
      'terraform.tfstate': text(
        '{"version":4,"resources":[{"type":"zpa_app_connector_group","name":"fra","instances":[{"attributes":{"enabled":false,"name":"fra"}}]}]}',
      ),
      'cloudtrail.jsonl': text(
        '{"eventTime":"2026-11-14T07:00:00Z","eventName":"RunInstances","errorCode":"Client.UnauthorizedOperation"}',
        '{"eventTime":"2026-11-14T07:01:00Z","eventName":"StopInstances","responseElements":null}',
      ),
    },
  },
  {
    name: 'texts: keys of others',
    files: {
      'id_rsa.pub': text('ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 alice@laptop'),
      'cert.pem': text(
        '-----BEGIN CERTIFICATE-----',
        'MIIDVTCCAj2gAwIBAgIRANb8NfIMTEiZ4WQxHGgSWSswDQYJKoZIhvcNAQELBQAw',
        '-----END CERTIFICATE-----',
      ),
      'table.txt': text('3|left|right', '4|up|down', 'id|name|value'),
      passwd: text('root:x:0:0:root:/root:/bin/bash', 'zscaler:x:990:988::/opt/zscaler:/sbin/nologin'),
    },
  },
  {
    name: 'texts: empty, blank and binary-like',
    files: {
      'empty.txt': '',
      'blank.txt': '\n\n   \n',
      'nul.txt': 'a\u0000b\u0000c\n',
      'long.txt': `${'x'.repeat(20_000)}\n`,
      'one-char': 'y',
    },
  },
  {
    name: 'texts: a shell history and a collection script',
    files: {
      'history.txt': text(
        '  101  sudo systemctl status zpa-connector',
        '  102  sudo journalctl -u zpa-connector -f',
        '  103  dig +short co2br.prod.zpath.net',
        '  104  cat /opt/zscaler/var/provision_key',
        '  105  df -h',
      ),
      'collect.sh': text(
        '#!/bin/bash',
        'echo "dumping memory report at $(date)"',
        'uname -a >> memory_report.txt',
        'while :',
        'do',
        'date >> memory_report.txt',
        'echo "ps aux --sort=-pmem | head -5" >> memory_report.txt',
        'curl -s 127.0.0.1:9000/memory/status >> memory_report.txt',
        'sleep 60',
        'done',
      ),
    },
    notes: 'any',
  },
  {
    name: 'texts: a mail thread with quoted lines',
    files: {
      'mail.eml': text(
        'From: ana@kestrelmoor.example',
        'Subject: RE: connector down',
        'Date: Sat, 14 Nov 2026 07:00:00 +0100',
        '',
        'See below.',
        '> Jan 26 22:40:21 ac-1 zpa-connector-child[103412]: Broker control connection to Zscaler Cloud closed',
        '> was what we saw last year. All good since.',
      ),
    },
    notes: 'any',
  },
];
