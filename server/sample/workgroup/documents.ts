/** Documents of the invented country: terms of reference whose review is due, a protocol, minutes, a work plan that is still discussed. Days go by the day it is made on. */
import type { Audience, DocumentKind } from '../../contract/documents/documents.ts';

export interface SampleVersion {
  text: string;
  note: string | null;
  /** Days from the day on which the country is made; negative: before it. */
  drafted: number;
  /** null: still a draft. */
  approved: number | null;
  /** null: no review date. */
  review: number | null;
  endorsed: { group: string; day: number; meeting: string }[];
  /** Open ones. */
  comments: { section: string; text: string }[];
}
export interface SampleDocument {
  id: string;
  kind: DocumentKind;
  group: string;
  language: string;
  title: string;
  audience: Audience;
  versions: SampleVersion[];
}

const version = (text: string, given: Partial<SampleVersion> & Pick<SampleVersion, 'drafted'>): SampleVersion => ({
  text,
  note: null,
  approved: null,
  review: null,
  endorsed: [],
  comments: [],
  ...given,
});

const tor = (frequency: string, more: string) => `# Terms of reference: Information Management Working Group

## 1. Background

The humanitarian response in Narivela began after the floods of the north. The Inter-Cluster Coordination Group asked for one place where boundaries, population figures and operational presence are agreed, so that every cluster counts the same people in the same districts.

## 2. Purpose and objectives

The group makes sure that decisions about the response rest on shared data.

- One set of boundaries, P-codes and population statistics, used by all
- A 3W for each quarter, published within three weeks of its end
- Data shared as widely as is safe, by the information sharing protocol

## 3. Tasks and deliverables

| Deliverable | Who | When |
| --- | --- | --- |
| COD-AB and COD-PS | GIS sub-group | reviewed every year |
| 3W | all clusters | every quarter |
| Register of assessments | Assessments sub-group | every month |
| Maps of the response | secretariat | after each round of data |

## 4. Membership and chairing

Each active cluster names one focal point for information management and an alternate. The coordination office chairs; a partner organisation co-chairs for a year. Government and donors are welcome as observers.

## 5. Meetings

${frequency} The agenda is sent three working days before, the minutes within five.

## 6. Decision making

By consensus of the members present. Common Operational Datasets and the information sharing protocol are submitted to the ICCG for endorsement.

## 7. Reporting line

The group reports to the Inter-Cluster Coordination Group.

## 8. Sub-groups

GIS and Assessments, each with terms of reference of its own.

## 9. Data protection

Contact details of members are shared for the work of the group only, and expire. Data are shared as the information sharing protocol says.
${more}
## 10. Review

Once a year, and whenever the coordination structure changes.
`;

const ISP = `# Information sharing protocol

## Purpose

This protocol says which data are shared with whom in the response in Narivela, so that nobody is harmed by what we publish and nobody waits for what is harmless.

## Sensitivity of data and information

| Type of data | Sensitivity | Who may receive it |
| --- | --- | --- |
| Administrative boundaries, population by district | low or no | everybody |
| 3W by district, counts only | low or no | everybody |
| 3W by place, with names of organisations | moderate | members of the response |
| Results of assessments by community | moderate | members of the response |
| Locations of health facilities and shelters | high | the cluster concerned |
| Survey records, lists of people | severe | nobody beyond the organisation that holds them |

## Actions

1. Each dataset names its sensitivity before it is shared.
2. Counts below five are not published.
3. Incidents are reported to the chair of the group on the same day.

## Review

The protocol is reviewed every year and after each incident.
`;

const MINUTES = `# Minutes of meeting 12

**Agenda:** boundaries for next year · 3W of the quarter · work plan

## Decisions

1. The boundaries and the population statistics are endorsed as they were published.
2. The 3W form stays as it is until the end of the year.

## Actions

| Action | Who | Due |
| --- | --- | --- |
| Send the list of new place names | GIS sub-group | in two weeks |
| Comment on the work plan | all clusters | before the next meeting |
`;

const MINUTES_FR = `# Compte rendu de la réunion 11

**Ordre du jour :** présence opérationnelle · registre des évaluations

## Décisions

1. Les clusters envoient leur 3W avant le 15 du mois qui suit le trimestre.
2. Chaque évaluation est annoncée dans le registre avant le travail de terrain.

## Suites à donner

| Quoi | Qui | Quand |
| --- | --- | --- |
| Modèle de registre | sous-groupe Évaluations | dans un mois |
`;

const PLAN = `# Work plan for the coming year

## Data

- Boundaries: place names of the two northern regions checked with the ministry
- Population: projections once the census bureau publishes its survey

## Products

- Map of presence and gaps for each cluster, every quarter

## People

- Two trainings on P-codes, one in French and one in Arabic
`;

const WASH_TOR = `# Termes de référence du cluster Eau, hygiène et assainissement

## But et objectifs

Coordonner la réponse en eau, hygiène et assainissement, et rendre compte chaque trimestre des personnes atteintes.

## Composition

Toute organisation active dans le secteur. Le cluster désigne un point focal pour la gestion de l’information.

## Réunions

Deux fois par mois, en présence ou en ligne.
`;

export const SAMPLE_DOCUMENTS: readonly SampleDocument[] = [
  {
    id: 'imwg-tor',
    kind: 'tor',
    group: 'imwg',
    language: 'en',
    title: 'Terms of reference of the IMWG',
    audience: 'public',
    versions: [
      version(tor('Every second month.', ''), { drafted: -760, approved: -730, review: -365 }),
      version(
        tor('Every month, on the second Thursday, in person and online.', '\nEvery export of contacts says for whom it is and until when it is valid.\n'),
        {
          note: 'Monthly meetings; data protection',
          drafted: -380,
          approved: -353,
          review: 12,
          endorsed: [{ group: 'iccg', day: -349, meeting: 'ICCG 31' }],
        },
      ),
    ],
  },
  {
    id: 'imwg-isp',
    kind: 'isp',
    group: 'imwg',
    language: 'en',
    title: 'Information sharing protocol',
    audience: 'public',
    versions: [version(ISP, { drafted: -150, approved: -120, review: 245, endorsed: [{ group: 'hct', day: -110, meeting: 'HCT, extraordinary meeting' }] })],
  },
  {
    id: 'imwg-minutes-11',
    kind: 'minutes',
    group: 'imwg',
    language: 'fr',
    title: 'Compte rendu de la réunion 11 de l’IMWG',
    audience: 'members',
    versions: [version(MINUTES_FR, { drafted: -33, approved: -28 })],
  },
  {
    id: 'imwg-minutes-12',
    kind: 'minutes',
    group: 'imwg',
    language: 'en',
    title: 'Minutes of IMWG meeting 12',
    audience: 'public',
    versions: [version(MINUTES, { drafted: -3, approved: -1 })],
  },
  {
    id: 'imwg-work-plan',
    kind: 'work-plan',
    group: 'imwg',
    language: 'en',
    title: 'Work plan for the coming year',
    audience: 'members',
    versions: [
      version(PLAN, {
        drafted: -6,
        comments: [{ section: 'People', text: 'Could the training in Arabic come first? The northern hub has new staff from next month.' }],
      }),
    ],
  },
  {
    id: 'wash-tor',
    kind: 'tor',
    group: 'wash',
    language: 'fr',
    title: 'Termes de référence du cluster EHA',
    audience: 'public',
    versions: [version(WASH_TOR, { drafted: -400, approved: -374, review: -9 })],
  },
];
