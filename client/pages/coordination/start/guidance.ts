/** What was agreed above the countries: where somebody new reads on. Titles stand in the words of the page. */
export const GUIDANCE = [
  { id: 'imwg', href: 'https://knowledge.base.unocha.org/wiki/spaces/imtoolbox/pages/184254471/Information+Management+Working+Group+role+in+CODs' },
  { id: 'cod', href: 'https://knowledge.base.unocha.org/wiki/spaces/imtoolbox/pages/42045911/Common+Operational+Datasets+CODs' },
  {
    id: 'responsibility',
    href: 'https://interagencystandingcommittee.org/operational-response/iasc-operational-guidance-data-responsibility-humanitarian-action',
  },
  { id: 'toolbox', href: 'https://knowledge.base.unocha.org/wiki/spaces/imtoolbox/' },
] as const;
