import type { Writer } from './text';
import { blocks, text } from './text';

const W: Writer = { host: 'dub1-ac-2', pid: 2705, parent: 2696, day: 'Oct 14' };

/** A healthy connector to lay other material beside. */
export const neighbour: Readonly<Record<string, string>> = {
  'healthy/journal.txt': text(...blocks(W, '16:20:31', 5, () => ({ id: '72060411536474321', name: 'Dublin-2' }))),
  'healthy/df.txt': text(
    'Filesystem      Size  Used Avail Use% Mounted on',
    'devtmpfs        1.9G     0  1.9G   0% /dev',
    '/dev/sda3        62G   11G   51G  18% /',
  ),
};
