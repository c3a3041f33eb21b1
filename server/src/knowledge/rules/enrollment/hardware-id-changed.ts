import type { Rule } from '../../../engine/match/rule';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import {
  badDecrypt,
  cannotDecryptInstanceId,
  cannotGetInstanceId,
  fingerprintMismatch,
} from '../../messages/enrollment';

const CHILD = 'Feb 02 05:08:21 edge-vm-3 zpa-connector-child[15083]:';
const BAD_DECRYPT =
  '139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:';

const rule: Rule = {
  id: 'enrollment/hardware-id-changed',
  title: 'The hardware identity changed',
  severity: 'error',
  means:
    'The sealed identity of the connector cannot be opened: MAC address, machine or disk are not those it enrolled with. Cloning, live migration or a restored image do that.',
  matters: 'The connector cannot prove who it is, and its process restarts without end.',
  doNext: 'Give the machine its old identity back, or wipe and enrol it again; never clone an enrolled connector.',
  message:
    'The hardware identity of this machine changed: instance_id.crypt, sealed to the old hardware, cannot be decrypted.',
  needs: [JOURNAL],
  on: { messages: [cannotDecryptInstanceId, cannotGetInstanceId, badDecrypt, fingerprintMismatch] },
  evaluate: (facts) =>
    causeBursts(enrollmentAttempts(facts), [
      cannotDecryptInstanceId,
      cannotGetInstanceId,
      badDecrypt,
      fingerprintMismatch,
    ]).map(({ hit, events }) => {
      const isSure = events.some(({ message }) => message === cannotDecryptInstanceId.id || message === badDecrypt.id);
      return { ...hit, data: {}, confidence: isSure ? 'high' : 'low' };
    }),
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'hardware-id-changed', step: 'confirm' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: `${CHILD} Checking Enrollment\n${CHILD} Cannot decrypt data from instance_id.crypt\n${CHILD} Cannot get instance id\nFeb 02 05:08:21 edge-vm-3 zpa-connector: ${BAD_DECRYPT}\n`,
      says: 'instance_id.crypt',
    },
    {
      files:
        'Feb 02 05:08:21 edge-vm-3 zpa-connector[1054]: 40F7A1B2C37F0000:error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt:providers/implementations/ciphers/ciphercommon_block.c:129:\n',
    },
    {
      files:
        'Feb 02 05:08:21 edge-vm-3 zpa-connector[1980]: ERROR Cannot decrypt data from instance_id.crypt\nFeb 02 05:08:21 edge-vm-3 zpa-connector[1980]: fingerprint mismatch — host identity changed\n',
    },
  ],
  silent: [
    `Feb 02 05:08:21 edge-vm-3 backup[812]: ${BAD_DECRYPT}\n`,
    `${CHILD} Checking Enrollment\n${CHILD} Waiting for connector to retrieve configuration\n`,
  ],
};

export default rule;
