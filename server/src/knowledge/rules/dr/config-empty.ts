import type { Rule } from '../../../engine/match/rule';
import { emptyConfigs } from '../../../engine/facts/software/disaster-recovery';
import { RECOVERY_DOCS, RECOVERY_NEED, TROUBLESHOOTING } from '../../evidence';

const COMMAND = "[root@fra-ac-02 ~]# curl 'localhost:9000/assistant/zpn_dr/config_json_stats'\n";

const rule: Rule = {
  id: 'dr/config-empty',
  title: 'A configuration file for disaster recovery is empty',
  severity: 'warning',
  means:
    'A file of the configuration snapshot has no content. unknown and other_conf.json may be empty; this one may not.',
  matters: 'In a disaster the connector works from these files: what is not in them is not served.',
  doNext: 'Check the disk, then whether the connector is in a group for disaster recovery and gets its configuration.',
  message: 'Configuration for disaster recovery is empty: {names}.',
  needs: [RECOVERY_NEED.files],
  evaluate: emptyConfigs,
  runbook: { id: 'disaster-recovery', step: 'stats' },
  documentation: RECOVERY_DOCS,
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'dr.txt': `${COMMAND}Config file name :unknown, size :0 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :customer_conf.json, size :17218 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :application_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :other_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025\n`,
      },
      says: 'empty: application_conf.json',
    },
    {
      files: {
        'dr.txt':
          'Config file name :customer_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :override_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025\n',
      },
      says: 'customer_conf.json, override_conf.json',
    },
  ],
  silent: [
    {
      'dr.txt': `${COMMAND}Config file name :unknown, size :0 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :customer_conf.json, size :17218 bytes, last_modified_time:Sep 30 22:36 2025\nConfig file name :other_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025\n`,
    },
    { 'list.txt': 'config file name: app.json, size: 0 bytes\n' },
  ],
};

export default rule;
