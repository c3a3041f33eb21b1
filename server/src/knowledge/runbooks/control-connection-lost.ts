import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'control-connection-lost',
  title: 'The control connection is lost',
  when: 'The control connection was closed or stays in a state other than connected.',
  steps: [
    {
      id: 'reason',
      title: 'Read the close reason',
      text: 'REDIRECT is normal. SOCKET_ERR and timeouts are the network. CERT_VERIFY and SSL are trust. PROXY_* are the proxy.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -E "FOHH_CLOSE_REASON|successfully connected|broker_redirect" | tail -n 20',
          effect: 'read-only',
        },
      ],
      good: 'A close is followed by a connect within seconds.',
      bad: 'No connect follows, or it closes again.',
    },
    {
      id: 'minute',
      title: 'Follow the minute',
      text: 'The status block shows state, uptime, RTT and the bytes of the connection once a minute.',
      commands: [
        { run: 'sudo journalctl -u zpa-connector | grep -E "ontrol connection" | tail -n 20', effect: 'read-only' },
      ],
      good: 'Uptime grows by a minute a block.',
      bad: 'Uptime falls: the connection was replaced in between.',
    },
    {
      id: 'test',
      title: 'Test the path',
      text: 'DNS, TCP and TLS to the broker that the journal names.',
      next: 'broker-reachability',
    },
    {
      id: 'host',
      title: 'Look at the host',
      text: 'A process that gets no CPU cannot answer in time.',
      commands: [{ run: 'top -b -n 1 | head -n 15', effect: 'read-only' }],
      bad: 'Busy or steal: high-cpu or vm-frozen.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#frequentclouddisconnect',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
