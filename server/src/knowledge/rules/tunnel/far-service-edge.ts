import type { Rule } from '../../../engine/match/rule';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { burstHitsOf, MAX_EVIDENCE, placeOf } from '../../../engine/match/run-rules';
import { brokerRegion, controlLatency } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/far-service-edge',
  title: 'A distant Service Edge',
  severity: 'warning',
  confidence: 'low',
  means: 'The broker is in a far region, or the control latency is high.',
  matters: 'Every brokered session pays the detour.',
  doNext: 'Open all ZPA ranges, so that the nearest Service Edge can be chosen.',
  message: 'The control connection goes to a distant Service Edge{region}: latency {ms} ms.',
  needs: [JOURNAL],
  on: { messages: [brokerRegion, controlLatency] },
  evaluate: (facts, thresholds) =>
    burstHitsOf(
      facts.events(controlLatency.id).filter((event) => Number(event.groups.ms) > thresholds.highRttMs),
      [],
    ).map((hit) => {
      const told = facts.events(brokerRegion.id).find((event) => event.scope === hit.scope);
      const region = told?.groups.region;
      return {
        ...hit,
        evidence: [...(hit.evidence ?? []), ...(told === undefined ? [] : [placeOf(told)])].slice(-MAX_EVIDENCE),
        data: { ms: Number(hit.data?.ms), region: region === undefined ? '' : ` in region ${region}` },
      };
    }),
  runbook: { id: 'far-service-edge', step: 'where' },
  documentation: [DOCS.troubleshooting],
  source: ILLUSTRATION,
  thresholds: ['highRttMs'],
  fires: [
    {
      files:
        'Jan 27 10:00:00 fra-ac-02 zpa-connector[1054]: connected to broker (region: us-west)\nJan 27 10:00:01 fra-ac-02 zpa-connector[1054]: control latency 210 ms\n',
      says: '210 ms',
    },
  ],
  silent: [
    'Jan 27 10:00:00 fra-ac-02 zpa-connector[1054]: connected to broker (region: eu-central)\nJan 27 10:00:01 fra-ac-02 zpa-connector[1054]: control latency 32 ms\n',
  ],
};

export default rule;
