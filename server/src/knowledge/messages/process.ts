import type { Message } from '../../engine/match/rule';
import { DOCS, ILLUSTRATION, inferred, RUNBOOK, TROUBLESHOOTING } from '../evidence';

export const exitedTooFast: Message = {
  id: 'process.exited-too-fast',
  roles: ['parent'],
  starts: ['zscaler-update: zpa-', 'zscaler-update: np-'],
  pattern: /^zscaler-update: (?<child>[\w-]{1,40}) exited too fast, was running for (?<seconds>\d{1,6}) s/u,
  meaning: 'The manager saw its child end right after the start.',
  source: TROUBLESHOOTING,
  examples: ['zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds'],
};

export const revertingToDefault: Message = {
  id: 'process.reverting-to-default',
  roles: ['parent'],
  starts: ['zscaler-update: zpa-', 'zscaler-update: np-'],
  pattern: /^zscaler-update: (?<child>[\w-]{1,40}) failed too many times in a row- ?reverting to default software/u,
  meaning: 'After too many failed starts the manager goes back to the software of the package.',
  source: TROUBLESHOOTING,
  examples: ['zscaler-update: zpa-connector-child failed too many times in a row- reverting to default software'],
};

export const childStarted: Message = {
  id: 'process.child-started',
  roles: ['parent'],
  starts: ['zscaler-update: zpa-', 'zscaler-update: np-'],
  pattern: /^zscaler-update: (?<child>[\w-]{1,40}) Started from (?<image>\S{1,200})/u,
  meaning: 'The manager started its child.',
  source: RUNBOOK,
  examples: ['zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin'],
};

export const enteringPause: Message = {
  id: 'process.entering-pause',
  roles: ['child'],
  starts: ['Connector(ID = ', 'Private broker(ID = '],
  pattern:
    /^(?:Connector|Private broker)\(ID = (?<id>\d{1,20})\) \(Name = (?<name>[^)\n]{0,200})\) entering PAUSE mode because of - (?<reason>[^\n\u001b]{1,200})/u,
  meaning: 'The connector takes no new work for the reason at the end of the line.',
  source: TROUBLESHOOTING,
  examples: [
    'Connector(ID = 216196257331371034) (Name = Frankfurt DC-2) entering PAUSE mode because of - Software upgrade',
  ],
};

export const probeRejected: Message = {
  id: 'process.probe-rejected',
  roles: ['child'],
  starts: ['entity is currently in paused mode'],
  pattern: /^entity is currently in paused mode, not taking any probe commands/u,
  meaning: 'A remote session command was refused because the connector is paused.',
  source: TROUBLESHOOTING,
  examples: ['entity is currently in paused mode, not taking any probe commands'],
};

export const timeSynchronized: Message = {
  id: 'process.time-synchronized',
  roles: ['child'],
  starts: ['Connector- Time synchronized'],
  pattern: /^Connector- Time synchronized, Local time (?<sign>[+-]) (?<seconds>\d{1,12}(?:\.\d{1,9})?)s = cloud_time/u,
  meaning:
    'At its start the connector compared its clock with the cloud: so much has to be taken off (or added to) the local time.',
  source: inferred('published output of version 19.65.2'),
  examples: ['Connector- Time synchronized, Local time - 737.427447s = cloud_time'],
};

export const upgradePrepError: Message = {
  id: 'upgrade.prep-error',
  roles: ['child', 'parent'],
  starts: ['Upgrade prep error for: '],
  pattern: /^Upgrade prep error for: (?<what>[\w ]{1,40}), err: (?<error>\w{1,60})/u,
  meaning: 'Written at a restart, upgrade or downgrade; the vendor says that it can be ignored.',
  source: { kind: 'documented', from: 'Zscaler Help: Managing Deployed App Connectors', url: DOCS.managing },
  examples: ['Upgrade prep error for: Connector, err: ZPATH_RESULT_ERR, upgrade_id: 73195382414249455'],
};

export const upgradeFailed: Message = {
  id: 'upgrade.failed',
  roles: ['child', 'parent'],
  starts: ['upgrade (SARGE) failed: '],
  pattern: /^upgrade \(SARGE\) failed: (?<reason>[^\n]{1,120})/u,
  meaning: 'The software update did not complete.',
  source: ILLUSTRATION,
  examples: ['upgrade (SARGE) failed: package verification error'],
};

export const outdatedManager: Message = {
  id: 'upgrade.outdated-manager',
  roles: ['child', 'parent'],
  starts: ['{"currentSargeVersion"'],
  pattern:
    /^\{"currentSargeVersion": ?"(?<current>[\w.-]{1,60})", ?"expectedSargeVersion": ?"(?<expected>[\w.-]{1,60})"/u,
  meaning: 'The manager (sarge) runs an older version than the cloud expects.',
  source: inferred('a forum post with literal output'),
  examples: [
    '{"currentSargeVersion":"25.45.1","expectedSargeVersion":"25.48.2","message":"App Connector running outdated sarge version"}',
  ],
};

export const noHealthyConnector: Message = {
  id: 'apps.no-healthy-connector',
  roles: ['child', 'parent'],
  starts: ['app request: no healthy connector', 'no healthy connector for segment'],
  pattern: /^(?:app request: )?no healthy connector for segment "(?<segment>[^"\n]{1,120})"/u,
  meaning: 'No connector of the groups of this segment is healthy.',
  source: ILLUSTRATION,
  examples: ['app request: no healthy connector for segment "HR-Portal"'],
};
