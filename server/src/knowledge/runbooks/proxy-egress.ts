import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'proxy-egress',
  title: 'Outbound traffic must use a proxy',
  when: 'Direct connections time out because the segment allows only an explicit proxy.',
  steps: [
    {
      id: 'look',
      title: 'Is a proxy configured?',
      text: 'The connector uses only its own file, not http_proxy variables.',
      commands: [{ run: 'sudo cat /opt/zscaler/var/proxy', effect: 'read-only' }],
      good: 'One line host:port.',
      bad: 'No file, or anything else in it.',
    },
    {
      id: 'write',
      title: 'Write the proxy file',
      text: 'The proxy must allow CONNECT to the brokers without inspecting TLS. It is used for connector to broker only, not for applications.',
      commands: [
        {
          run: 'echo "192.0.2.8:8080" | sudo tee /opt/zscaler/var/proxy',
          effect: 'changes-the-host',
          note: 'put in your proxy host and port',
        },
      ],
    },
    {
      id: 'restart',
      title: 'Restart and watch',
      text: 'The proxy log must show CONNECT requests of this host.',
      commands: [{ run: 'sudo systemctl restart zpa-connector', effect: 'changes-the-host' }],
      good: 'Control connection connected.',
      bad: 'FOHH_CLOSE_REASON_PROXY_*: read its meaning with zpa-triage explain.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/networking-deployed-connectors'],
};

export default runbook;
