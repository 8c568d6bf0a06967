/** Real files as countries share them: whoever is named in their cells, comments and properties is found, and nobody else is. */
import { describe, expect, test } from 'vitest';
import { asksOfPersons, countKinds } from '../../../server/contract/uploads/personal.ts';
import { writeWithout } from '../../../server/formats/personal/clean/copy.ts';
import { findPersonalData } from '../../../server/formats/personal/find.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { HAS_REAL_DATA, realUpload } from '../../helpers/tables/workbook.ts';

/** What is of persons, by kind; each was looked at by hand. What is beside it (hidden sheets, links that name nobody) is not listed. */
const WORKBOOKS: [file: string, found: Record<string, number>][] = [
  ['bfa/3w/bfa_5w_fev2022.xlsx', { email: 1 }],
  ['caf/3w/caf_3w_mar2022.xlsx', { author: 3 }],
  ['eth/3w/ethiopia_4w_february_2022.xlsx', { author: 3, link: 4 }],
  ['irq/3w/irq_3w_jan_to_apr_2022_longtable.xlsx', { author: 2 }],
  ['mli/3w/mli_5w_mar2022.xlsx', { author: 1, property: 15, link: 11 }],
  ['ven/3w/ven_3w.xlsx', { author: 1 }],
  ['yem/3w/yem_education_cluster_activities_2019.xlsx', { author: 1, link: 1 }],
  ['sle/ps/sle_population_statistics_sierraleone_2020.xlsx', { author: 1 }],
  ['workgroup/indicators/global_jiaf_pin_severity_2025.xlsx', { author: 2, comment: 8, 'threaded-person': 1 }],
  ['workgroup/indicators/mli_dtm_baseline_r72.xlsx', { author: 1 }],
  ['workgroup/overlays/irq_dtm_idp_master_list_r123.xlsx', { author: 1 }],
];
/** Tables and attributes in which nobody is named. */
const NOBODY = [
  'eth/3w/ethiopia_4w_may_to_july_2025.csv',
  'gtm/3w/gtm_345w.csv',
  'lbn/3w/lbn_sectorsreporting_bydistrict_20240902_hxlated.csv',
  'phl/ab/phl_adminboundaries_tabulardata.xlsx',
  'caf/ab/caf_cod_ab.xlsx',
  'eth/ps/eth_admpop_adm3_2022_v2.csv',
  'bgd/ps/bgd_admpop_adm3_2022.csv',
  'workgroup/indicators/caf_dtm_baseline_r14.xlsx',
  'workgroup/indicators/eth_dtm_sites_r28.xlsx',
  'workgroup/indicators/ipc_caf_area_long.csv',
  'bfa/ab/bfa_itos_adm3.topojson',
  'caf/ab/caf_admin3.parquet',
];

describe.skipIf(!HAS_REAL_DATA)('real files (skipped where ../shared/data is not beside the checkout)', () => {
  test.each(WORKBOOKS)('%s', async (file, found) => {
    const upload = realUpload(file);
    const findings = await findPersonalData([upload]);
    expect(Object.fromEntries(countKinds(findings.filter(({ isPerson }) => isPerson)).map(({ kind, count }) => [kind, count]))).toEqual(found);
    // Names of organisations and places in tens of thousands of rows are no persons.
    expect(findings.filter(({ place }) => place.is === 'column')).toEqual([]);
  });
  // Whoever made the layers is named in the metadata beside each of them, with a number and an address.
  test('metadata beside the layers of a shapefile, of which a copy is written without', async () => {
    const upload = realUpload('irq/ab/irq_adm_cso_20190603_shp.zip');
    const findings = await findPersonalData([upload]);
    expect(new Set(findings.map(({ kind, file, whole }) => `${kind} ${file.endsWith(".shp.xml")} ${whole}`))).toEqual(new Set(['author true true', 'phone true true', 'email true true'])); // prettier-ignore
    const { copies } = await writeWithout([upload], 'all');
    expect(await findPersonalData([{ name: upload.name, source: bytesSource(copies.get(upload.name)!) }])).toEqual([]);
  });
  test.each(NOBODY)('%s asks nothing', async (file) => expect(asksOfPersons(await findPersonalData([realUpload(file)]))).toBe(false));

  test.each(['caf/3w/caf_3w_mar2022.xlsx', 'mli/3w/mli_5w_mar2022.xlsx', 'workgroup/indicators/global_jiaf_pin_severity_2025.xlsx'])(
    'a copy of %s without all of it is the same cell by cell, and asks nothing any more',
    async (path) => {
      const upload = realUpload(path);
      const { copies, removed } = await writeWithout([upload], 'all');
      expect(removed.length).toBeGreaterThan(0);
      const again = await findPersonalData([{ name: upload.name, source: bytesSource(copies.get(upload.name)!) }]);
      expect(again.filter(({ isPerson }) => isPerson)).toEqual([]);
    },
  );
});
