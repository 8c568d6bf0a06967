import type en from '../../../en/interface/workgroup/papers.ts';

export default {
  'paper.kind.tor': 'الاختصاصات',
  'paper.kind.minutes': 'المحاضر',
  'paper.kind.agenda': 'جداول الأعمال',
  'paper.kind.isp': 'بروتوكول تبادل المعلومات',
  'paper.kind.work-plan': 'خطط العمل',
  'paper.kind.decision': 'القرارات',
  'paper.kind.strategy': 'الاستراتيجيات',
  'paper.kind.template': 'النماذج',
  'paper.kind.standard': 'المعايير',
  'paper.kind.other': 'وثائق أخرى',
  'paper.state.draft': 'مسودة',
  'paper.state.reviewed': 'روجعت',
  'paper.state.current': 'سارية',
  'paper.state.superseded': 'استُبدلت',
  'paper.state.withdrawn': 'سُحبت',
  'paper.approved': 'أُقرّت في {date, day}',
  'paper.drafted': 'كُتبت في {date}',
  'paper.endorsed': 'اعتمدتها {group} في {date, day}',
} satisfies Record<keyof typeof en, string>;
