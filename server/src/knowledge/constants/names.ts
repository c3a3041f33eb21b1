/** Processes, clouds, bootstrap names and the words of the product. */
import { constantsOf, documented, inferred } from './build';

const MANAGER = documented(
  'Zscaler help, Understanding Manager Software',
  'https://help.zscaler.com/zpa/understanding-manager-software',
);
const CLOUD_NAMES = documented(
  'Zscaler help, What Is My Cloud Name for ZPA?',
  'https://help.zscaler.com/zpa/what-my-cloud-name-zpa',
);
const SDK = inferred('Host names in the public SDKs and help pages of the vendor.');

export default [
  ...constantsOf({ group: 'process', source: MANAGER }, [
    [
      'zpa-connector',
      'neutral',
      'The Manager of an App Connector (parent process): downloads, starts and watches the child. Its lines begin with zscaler-update.',
    ],
    [
      'zpa-connector-child',
      'neutral',
      'The child process of an App Connector: enrols, connects, carries traffic and writes the status block. ps and top may show image.bin.',
    ],
    ['zpa-service-edge', 'neutral', 'The Manager of a Private Service Edge.'],
    ['zpa-service-edge-child', 'neutral', 'The child process of a Private Service Edge.'],
    ['zpa-pcc', 'neutral', 'The Manager of a Private Cloud Controller.'],
    ['zpa-pcc-child', 'neutral', 'The child process of a Private Cloud Controller.'],
    ['np-connector', 'neutral', 'The Manager of a network connector (VPN service).'],
    ['np-connector-child', 'neutral', 'The child process of a network connector.'],
    ['zpa-connector.service', 'neutral', 'The systemd unit of an App Connector: Manager and child together.'],
    ['image.bin', 'neutral', 'Program of the child, downloaded by the Manager.'],
    ['zscaler-update', 'neutral', 'Prefix of lines of the Manager about the child and its software.'],
  ]),
  ...constantsOf({ group: 'cloud', source: CLOUD_NAMES }, [
    ['private.zscaler.com', 'neutral', 'Production cloud: portal, API and key host (api.private.zscaler.com).'],
    ['prod.zpath.net', 'neutral', 'Production cloud (private.zscaler.com): names of brokers and bootstrap.'],
    ['zpatwo.net', 'neutral', 'Second production cloud.'],
  ]),
  ...constantsOf({ group: 'cloud', source: SDK }, [
    ['zpabeta.net', 'neutral', 'Beta cloud.'],
    ['zpagov.net', 'neutral', 'Government cloud. The host has the marker file /opt/zscaler/var/gov.'],
    ['zpagov.us', 'neutral', 'Second government cloud (GOVUS). The host has the marker file /opt/zscaler/var/gov-us.'],
    ['zscalergov.net', 'neutral', 'API of the government cloud.'],
    ['zscalergov.us', 'neutral', 'API of the second government cloud.'],
    ['zpapreview.net', 'neutral', 'Preview cloud.'],
    ['dev.zpath.net', 'neutral', 'Development cloud of the vendor.'],
    ['qa.zpath.net', 'neutral', 'Test cloud of the vendor.'],
    ['qa2.zpath.net', 'neutral', 'Test cloud of the vendor.'],
  ]),
  ...constantsOf(
    {
      group: 'bootstrap',
      source: inferred('Published journals and endpoint lists; co2br itself is documented for App Connectors.'),
    },
    [
      [
        'co2br',
        'neutral',
        'Name by which App Connectors find a Service Edge ("connector to broker"): co2br.<cloud>. It should resolve to two addresses or more.',
      ],
      ['pb2br', 'neutral', 'The same for Private Service Edges ("private broker to broker").'],
      ['sc2br', 'neutral', 'The same for Private Cloud Controllers ("site controller to broker").'],
      ['ec2br', 'neutral', 'The same for Cloud Connectors ("edge connector to broker").'],
      ['co2slbr', 'neutral', 'A further name for App Connectors; by its letters for log streaming.'],
      ['gslb', 'neutral', 'Part of an alias that points to the nearest data centre: <data centre>.co2br.gslb.<cloud>.'],
    ],
  ),
  ...constantsOf(
    {
      group: 'host',
      source: documented(
        'Zscaler help, App Connector Deployment Prerequisites',
        'https://help.zscaler.com/zpa/connector-deployment-prerequisites',
      ),
    },
    [
      ['dist.private.zscaler.com', 'neutral', 'Downloads of the child software. Port 443 must be open.'],
      ['yum.private.zscaler.com', 'neutral', 'Package repository of the Manager. Port 443 must be open.'],
      ['zpa-updates.prod.zpath.net', 'neutral', 'Downloads of updates. Port 443 must be open.'],
      ['zpa-oauth.private.zscaler.com', 'neutral', 'Enrolment by OAuth 2.0 without a provisioning key.'],
      ['api.private.zscaler.com', 'neutral', 'Enrolment on the production cloud; second part of the provisioning key.'],
    ],
  ),
  ...constantsOf(
    {
      group: 'word',
      source: inferred('Names in logs, API and SDKs of the vendor beside the words of its help pages.'),
    },
    [
      ['assistant', 'neutral', 'App Connector.'],
      ['broker', 'neutral', 'Public Service Edge, formerly ZEN.'],
      ['pbroker', 'neutral', 'Private Service Edge (private broker).'],
      ['sitec', 'neutral', 'Private Cloud Controller (site controller).'],
      ['exporter', 'neutral', 'Browser Access.'],
      ['slogger', 'neutral', 'Log Streaming Service.'],
      ['sarge', 'neutral', 'The Manager: the installed package that downloads and watches the child.'],
      ['nonce', 'neutral', 'Provisioning key; logs print its version, host and first letters.'],
      ['dispatcher', 'neutral', 'Part of the Central Authority that knows which connector reaches which application.'],
      ['mtunnel', 'neutral', 'Microtunnel (M-Tunnel): one connection of a user to an application.'],
      ['fohh', 'neutral', 'The framed connection layer between the components.'],
      ['wally', 'neutral', 'Synchronisation of the configuration tables.'],
      ['argo', 'neutral', 'The layer that turns messages into objects; see /memory/argo.'],
      [
        'RTT',
        'neutral',
        'Round-trip time of a connection: first that of TCP, which is the network’s, then that of the application layer, which has the processes on both sides in it. 0 means not measured yet.',
      ],
      ['RPC', 'neutral', 'Messages between the connector and its Service Edges, counted since the process started.'],
      ['memory_arena_count', 'neutral', 'First line of a starting child: how many heaps the C library may use.'],
    ],
  ),
];
