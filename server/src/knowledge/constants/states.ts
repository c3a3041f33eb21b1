/** States, event flags, pause reasons, results and enrolment statuses as logs and exports print them. */
import { constantsOf, documented, inferred } from './build';

const TROUBLESHOOTING = documented(
  'Zscaler help, Troubleshooting App Connectors',
  'https://help.zscaler.com/zpa/troubleshooting-app-connectors',
);
const MANAGING = documented(
  'Zscaler help, Managing Deployed App Connectors',
  'https://help.zscaler.com/zpa/managing-deployed-connectors',
);
const ILLUSTRATION = {
  kind: 'illustration' as const,
  from: 'Troubleshooting texts of third parties; neither API nor SDK of the vendor has it.',
};
const LSS = documented(
  'Zscaler help, Understanding App Connector Status Log Fields',
  'https://help.zscaler.com/zpa/understanding-connector-status-log-fields',
);

export default [
  ...constantsOf({ group: 'state', source: TROUBLESHOOTING }, [
    ['fohh_connection_connected', 'good', 'The connection is up.'],
  ]),
  ...constantsOf(
    { group: 'state', source: inferred('The word itself, and published status blocks and rows that hold it.') },
    [
      [
        'fohh_connection_backoff',
        'bad',
        'The last attempt to connect failed; the next one waits. Counters of such a row are 0.',
        'Check DNS, port 443 and TLS inspection towards the Service Edge.',
      ],
      ['NONE', 'neutral', 'This channel is not in use.'],
      [
        'uninitialized',
        'bad',
        'Stands in place of the own address: the socket was never bound, the connection never came up.',
      ],
    ],
  ),
  ...constantsOf({ group: 'state', source: ILLUSTRATION }, [
    ['DISCONNECTED', 'bad', 'The control connection is down.'],
    ['CONNECTED', 'good', 'The control connection is up.'],
  ]),
  ...constantsOf(
    {
      group: 'event-flag',
      source: documented('libevent book, Bufferevents', 'https://libevent.org/libevent-book/Ref6_bufferevent.html'),
    },
    [
      ['BEV_EVENT_CONNECTED', 'good', 'The connection, TLS included, is up.'],
      ['BEV_EVENT_READING', 'neutral', 'The event happened while reading; the flag beside it says what.'],
      ['BEV_EVENT_WRITING', 'neutral', 'The event happened while writing; the flag beside it says what.'],
      ['BEV_EVENT_EOF', 'neutral', 'The other side closed the connection in order.'],
      [
        'BEV_EVENT_ERROR',
        'bad',
        'The connection failed: reset, TLS error or refused certificate. A text behind sock=N names the certificate error.',
        'With a certificate error: TLS inspection. At once after CONNECTED: the cloud refuses this connector, check whether it was deleted in the portal.',
      ],
      ['BEV_EVENT_TIMEOUT', 'bad', 'Nothing happened for too long.', 'Check the path to the Service Edge.'],
    ],
  ),
  ...constantsOf({ group: 'pause-reason', source: TROUBLESHOOTING }, [
    [
      'PAUSE_REASON_CERT_EXPIRY',
      'bad',
      'The certificate of the connector has ended or is about to ("Certificate expiry").',
      'Check clock and connection to the cloud; enrol anew if it has ended.',
    ],
    [
      'PAUSE_REASON_UPGRADE',
      'neutral',
      'The connector is being upgraded and takes no new tunnels ("Software upgrade").',
      'Nothing: it ends by itself.',
    ],
    [
      'PAUSE_REASON_ADMIN_PROBE_PROCESS_RESTART',
      'neutral',
      'An administrator restarts the process from the portal ("Session process restart").',
    ],
    [
      'PAUSE_REASON_ADMIN_PROBE_SYSTEM_RESTART',
      'neutral',
      'An administrator restarts the host from the portal ("Session system restart").',
    ],
  ]),
  ...constantsOf({ group: 'control-channel', source: LSS }, [
    ['ZPN_STATUS_AUTHENTICATED', 'good', 'Connected to the cloud and accepted.'],
    [
      'ZPN_STATUS_AUTH_FAILED',
      'bad',
      'The cloud refused the connector.',
      'Check certificate, clock and whether the connector still exists in the portal.',
    ],
    [
      'ZPN_STATUS_DISCONNECTED',
      'bad',
      'Was connected once and is not now. As the status of an ended session it is normal.',
      'Read the journal of the connector for the reason of the last close.',
    ],
  ]),
  ...constantsOf({ group: 'control-channel', source: ILLUSTRATION }, [
    [
      'ZPN_STATUS_NOT_ENROLLED',
      'bad',
      'Never enrolled. The API says nothing at all in that case: the field is absent.',
      'Check provisioning key and enrolment lines of the journal.',
    ],
    ['ZPN_STATUS_PENDING', 'neutral', 'Enrolment is under way.'],
  ]),
  ...constantsOf({ group: 'session-type', source: LSS }, [
    ['ZPN_ASSISTANT_BROKER_CONTROL', 'neutral', 'Control connection of an App Connector to a Service Edge.'],
    ['ZPN_TUNNEL_CONTROL', 'neutral', 'Control connection of a Private Service Edge or Private Cloud Controller.'],
  ]),
  ...constantsOf({ group: 'result', source: MANAGING }, [
    [
      'ZPATH_RESULT_ERR',
      'neutral',
      'A function of the platform failed; the text around it says which. "Upgrade prep error for: Connector, err: ZPATH_RESULT_ERR" at a restart or upgrade may be ignored.',
    ],
  ]),
  ...constantsOf({ group: 'result', source: inferred('Published lines, where it follows a look-up.') }, [
    ['ZPN_RESULT_NOT_FOUND', 'neutral', 'What was looked for does not exist, such as a group that is not configured.'],
  ]),
  ...constantsOf({ group: 'http-status', source: inferred('HTTP, and the enrolment lines of published journals.') }, [
    ['HTTP 200', 'good', 'Answered; what fetching the fields of a certificate request expects.'],
    ['HTTP 204', 'good', 'Accepted without content; what sending a certificate request expects.'],
    [
      'HTTP 400',
      'bad',
      'The request was refused. For a certificate request mostly: it was sent before, which the next line says is ok; or the key is used up (nonce.usage.exceeded).',
      'Read the lines around it; check the enrolments left on the provisioning key.',
    ],
    [
      'HTTP 401',
      'bad',
      'The provisioning key was not accepted: copied wrongly, of another tenant or cloud, deleted or disabled.',
      'Copy the key anew, restart the service.',
    ],
    [
      'HTTP 403',
      'bad',
      'Forbidden: a proxy or firewall on the way, or the key may not be used from this address.',
      'Check proxy and the allowed addresses of the key.',
    ],
    [
      'HTTP 404',
      'bad',
      'No such address: mostly another service answers in place of Zscaler.',
      'Check name resolution and proxy.',
    ],
    ['HTTP 407', 'bad', 'A proxy asks for credentials.', 'Let the connector pass the proxy without credentials.'],
    ['HTTP 429', 'bad', 'Too many requests in a short time.', 'Wait, and stop what repeats.'],
    ['HTTP 500', 'bad', 'The cloud failed.', 'Try later; open a case with Zscaler Support if it goes on.'],
    ['HTTP 502', 'bad', 'A gateway got no proper answer.', 'Check the proxy; try later.'],
    ['HTTP 503', 'bad', 'The service is not available for now.', 'Try later.'],
    [
      'nonce.usage.exceeded',
      'bad',
      'The provisioning key has been used as often as it may be.',
      'Raise its maximum reuse in the portal, or use another key of the group.',
    ],
  ]),
  ...constantsOf(
    {
      group: 'upgrade-status',
      source: documented(
        'Zscaler help, Managing App Connectors Using API',
        'https://help.zscaler.com/zpa/managing-app-connectors-using-api',
      ),
    },
    [
      ['COMPLETE', 'good', 'The last upgrade went through.'],
      ['IN_PROGRESS', 'neutral', 'An upgrade is under way.'],
      [
        'FAILED',
        'bad',
        'The last upgrade failed; it is tried again in every window.',
        'Check disk space and the download hosts, then restart the service.',
      ],
      ['UNKNOWN', 'neutral', 'Nothing is known yet, such as before the first upgrade.'],
    ],
  ),
  ...constantsOf(
    { group: 'dns-status', source: documented('RFC 1035, response codes', 'https://www.rfc-editor.org/rfc/rfc1035') },
    [
      ['NOERROR', 'good', 'The resolver answered; the answer may still hold no address.'],
      [
        'NXDOMAIN',
        'bad',
        'The name does not exist for this resolver.',
        'Check the spelling, and whether the resolver knows internal names.',
      ],
      [
        'SERVFAIL',
        'bad',
        'The resolver could not find out: it does not reach others or its data is broken.',
        'Check forwarding and reachability of the resolver.',
      ],
      ['REFUSED', 'bad', 'The resolver does not serve this client.', 'Use a resolver that serves the host.'],
      ['FORMERR', 'bad', 'The resolver did not understand the query.'],
    ],
  ),
  ...constantsOf(
    {
      group: 'verify-error',
      source: documented(
        'OpenSSL manual, verification options',
        'https://docs.openssl.org/master/man1/openssl-verification-options/',
      ),
    },
    [
      [
        'self signed certificate in certificate chain',
        'bad',
        'The chain ends in a root that is not trusted. In the journal of a connector: a device on the way intercepts TLS and shows its own authority.',
        'Exempt Zscaler names and addresses from TLS inspection.',
      ],
      [
        'self-signed certificate in certificate chain',
        'bad',
        'The same in newer spelling.',
        'Exempt Zscaler names and addresses from TLS inspection.',
      ],
      [
        'self signed certificate',
        'bad',
        'The certificate signs itself: not the one that is expected.',
        'Find out who answers in place of the Service Edge.',
      ],
      [
        'unable to get local issuer certificate',
        'neutral',
        'The issuer is not in the local store. Normal for openssl against a Service Edge, whose root is private.',
      ],
      ['unable to verify the first certificate', 'neutral', 'The issuer was not sent and is not in the local store.'],
      [
        'certificate is not yet valid',
        'bad',
        'The certificate begins in the future of this host: its clock is behind.',
        'Mend the clock.',
      ],
      [
        'certificate has expired',
        'bad',
        'The certificate ended in the past of this host: really over, or the clock is ahead.',
        'Check the clock first.',
      ],
    ],
  ),
];
