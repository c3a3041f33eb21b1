import assert from 'node:assert/strict';
import { isBootstrapName, isZscalerName } from '../../server/src/knowledge/zscaler-names';

describe('names of Zscaler', () => {
  it('knows the clouds, with or without the final dot', () => {
    for (const name of [
      'co2br.prod.zpath.net',
      'broker3b.fra4.prod.zpath.net.',
      'API.private.zscaler.com',
      'yum.private.zscaler.com',
      'co2br.zpatwo.net',
      'config.zpagov.us',
      'admin.zscalertwo.net',
      'zscaler.com',
    ]) {
      assert.ok(isZscalerName(name), name);
    }
  });
  it('is not deceived by names that look alike', () => {
    for (const name of ['zscaler.com.example.org', 'notzscaler.com', 'zpath.net.corp.example', 'hr.corp.example', '']) {
      assert.ok(!isZscalerName(name), name);
    }
  });
  it('knows the names by which a Service Edge is found', () => {
    for (const name of [
      'co2br.prod.zpath.net',
      'any.co2br.prod.zpath.net',
      'CO2BR.zpatwo.net.',
      'pb2br.prod.zpath.net',
    ])
      assert.ok(isBootstrapName(name), name);
    for (const name of ['fra4.co2br.gslb.prod.zpath.net', 'co2br.corp.example', 'api.private.zscaler.com'])
      assert.ok(!isBootstrapName(name), name);
  });
});
