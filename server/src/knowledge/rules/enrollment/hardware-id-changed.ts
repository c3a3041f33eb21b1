import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import {
  badDecrypt,
  cannotDecryptInstanceId,
  cannotGetInstanceId,
  fingerprintMismatch,
} from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/hardware-id-changed',
  title: 'The hardware identity changed',
  severity: 'error',
  means:
    'The sealed identity of the connector cannot be opened: MAC address, machine or disk are not those it enrolled with. Cloning, migration or a restored image do that.',
  matters: 'The connector cannot prove who it is and restarts for ever.',
  doNext: 'Give the machine its old identity back, or wipe and enrol it again; never clone an enrolled connector.',
  message: 'The hardware identity changed: instance_id.crypt cannot be decrypted on this machine.',
  needs: [JOURNAL],
  on: { messages: [cannotDecryptInstanceId, cannotGetInstanceId, badDecrypt, fingerprintMismatch] },
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'hardware-id-changed', step: 'confirm' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Cannot decrypt data from instance_id.crypt\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Cannot get instance id\nMay 25 14:32:53 edge-vm-3 zpa-connector: 139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:\n',
      says: 'instance_id.crypt',
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 backup[812]: 139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:\n',
  ],
};

export default rule;
