import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { mtunnelGrowth } from '../../../engine/facts/traffic/mtunnel-growth';

/** The newer line, a minute each: `created` and `active` by minute. */
const newer = (minutes: number, created: number, active: number): string =>
  Array.from({ length: minutes }, (_, minute) => {
    const total = String(5_100 + created * minute);
    const open = String(100 + active * minute);
    const time = `09:${String(minute).padStart(2, '0')}:00`;
    return `Jan 27 ${time} fra-ac-02 zpa-connector-child[3276]: Mtunnels(all|health-report-based|no-health-report-based), total ${total}|${total}|0, to broker ${total}|${total}|0, to private broker 0|0|0, unbound/errored 4, current active ${open}|${open}|0, peak active 900 at cloud time 1769504400123456 us, peak in mem 900, total mtunnel alloc ${total}, total mtunnel free 5000 types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) ${total}|0|0|0|0|0|0 , reaped 0\n`;
  }).join('');

const rule: Rule = {
  id: 'health/mtunnel-growth',
  title: 'Microtunnels are not freed',
  severity: 'warning',
  means: 'The number of active Microtunnels grows over many blocks and hardly any are freed.',
  matters: 'Memory and ports run out in the end.',
  doNext: 'Look at the applications in use; collect a memory report.',
  message: 'Active Microtunnels grew from {before} to {after} over {count} status blocks while almost none was freed.',
  needs: [statusLine('mtunnels', 'the Microtunnel counts')],
  evaluate: (facts) => mtunnelGrowth(facts),
  runbook: { id: 'memory-leak-collection', step: 'run' },
  documentation: [DOCS.monitoring],
  source: inferred('created minus freed is active'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5100, Total Freed = 5000, Current Active = 100, Alloc = 851, Free_q_cnt = 751\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5150, Total Freed = 5000, Current Active = 150, Alloc = 901, Free_q_cnt = 751\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5200, Total Freed = 5000, Current Active = 200, Alloc = 951, Free_q_cnt = 751\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5250, Total Freed = 5000, Current Active = 250, Alloc = 1001, Free_q_cnt = 751\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5300, Total Freed = 5000, Current Active = 300, Alloc = 1051, Free_q_cnt = 751\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5350, Total Freed = 5000, Current Active = 350, Alloc = 1101, Free_q_cnt = 751\nJan 27 09:06:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5400, Total Freed = 5000, Current Active = 400, Alloc = 1151, Free_q_cnt = 751\nJan 27 09:07:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5450, Total Freed = 5000, Current Active = 450, Alloc = 1201, Free_q_cnt = 751\nJan 27 09:08:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5500, Total Freed = 5000, Current Active = 500, Alloc = 1251, Free_q_cnt = 751\nJan 27 09:09:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5550, Total Freed = 5000, Current Active = 550, Alloc = 1301, Free_q_cnt = 751\nJan 27 09:10:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5600, Total Freed = 5000, Current Active = 600, Alloc = 1351, Free_q_cnt = 751\nJan 27 09:11:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5650, Total Freed = 5000, Current Active = 650, Alloc = 1401, Free_q_cnt = 751\nJan 27 09:12:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5700, Total Freed = 5000, Current Active = 700, Alloc = 1451, Free_q_cnt = 751\nJan 27 09:13:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5750, Total Freed = 5000, Current Active = 750, Alloc = 1501, Free_q_cnt = 751\nJan 27 09:14:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5800, Total Freed = 5000, Current Active = 800, Alloc = 1551, Free_q_cnt = 751\n',
      says: '100 to 800',
    },
    { files: newer(15, 50, 50), says: '100 to 800' },
  ],
  silent: [
    newer(15, 205, 8),
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5100, Total Freed = 5000, Current Active = 100, Alloc = 851, Free_q_cnt = 751\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5305, Total Freed = 5200, Current Active = 105, Alloc = 856, Free_q_cnt = 751\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5510, Total Freed = 5400, Current Active = 110, Alloc = 861, Free_q_cnt = 751\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5715, Total Freed = 5600, Current Active = 115, Alloc = 866, Free_q_cnt = 751\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 5920, Total Freed = 5800, Current Active = 120, Alloc = 871, Free_q_cnt = 751\nJan 27 09:05:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 6125, Total Freed = 6000, Current Active = 125, Alloc = 876, Free_q_cnt = 751\nJan 27 09:06:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 6330, Total Freed = 6200, Current Active = 130, Alloc = 881, Free_q_cnt = 751\nJan 27 09:07:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 6535, Total Freed = 6400, Current Active = 135, Alloc = 886, Free_q_cnt = 751\nJan 27 09:08:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 6740, Total Freed = 6600, Current Active = 140, Alloc = 891, Free_q_cnt = 751\nJan 27 09:09:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 6945, Total Freed = 6800, Current Active = 145, Alloc = 896, Free_q_cnt = 751\nJan 27 09:10:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 7150, Total Freed = 7000, Current Active = 150, Alloc = 901, Free_q_cnt = 751\nJan 27 09:11:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 7355, Total Freed = 7200, Current Active = 155, Alloc = 906, Free_q_cnt = 751\nJan 27 09:12:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 7560, Total Freed = 7400, Current Active = 160, Alloc = 911, Free_q_cnt = 751\nJan 27 09:13:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 7765, Total Freed = 7600, Current Active = 165, Alloc = 916, Free_q_cnt = 751\nJan 27 09:14:00 fra-ac-02 zpa-connector-child[3276]: Mtunnels: Total Created = 7970, Total Freed = 7800, Current Active = 170, Alloc = 921, Free_q_cnt = 751\n',
  ],
};

export default rule;
