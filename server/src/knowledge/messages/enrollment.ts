import type { Message, Source } from '../../engine/match/rule';

const TROUBLESHOOTING: Source = {
  kind: 'documented',
  from: 'Zscaler Help: Troubleshooting App Connectors',
  url: 'https://help.zscaler.com/zpa/troubleshooting-app-connectors',
};

/** Names a host that could not be resolved while enrolling. */
export const dnsResolutionFailed: Message = {
  id: 'enrollment.dns-resolution-failed',
  roles: ['child'],
  starts: ['DNS resolution failed for '],
  pattern: /^DNS resolution failed for (?<host>[\w.-]{1,253})/u,
  meaning: 'The connector asked its resolver for this name and got no address.',
  source: TROUBLESHOOTING,
  examples: ['DNS resolution failed for api.private.zscaler.com'],
};

export const httpClientFailed: Message = {
  id: 'enrollment.http-client-failed',
  roles: ['child'],
  starts: ['Could not create HTTP client'],
  pattern: /^Could not create HTTP client/u,
  meaning: 'No connection for the enrolment request could be prepared; usually the line before says why.',
  source: TROUBLESHOOTING,
  examples: ['Could not create HTTP client'],
};

export const certificateEnrollmentFailed: Message = {
  id: 'enrollment.certificate-enrollment-failed',
  roles: ['child'],
  starts: ['Certificate enrollment failed'],
  pattern: /^Certificate enrollment failed/u,
  meaning: 'The enrolment attempt ended without a certificate.',
  source: TROUBLESHOOTING,
  examples: ['Certificate enrollment failed.'],
};
