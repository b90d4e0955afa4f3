import { describe, expect, it } from 'vitest';
import { stateOf } from '../../src/organisations/index.js';

describe('stateOf(written)', () => {
  it.each([
    ...[
      'Independent',
      'independent',
      'Independet',
      'Independent 2020-01-20',
      'Independent · Contract',
      'Freelance',
      'FREELANCER',
    ],
    ...[
      'Self-employed',
      'Self Employed',
      'Freelance Software Engineer',
      'Independent Consultant',
      'Myself',
      'Indépendant',
    ],
    ...[
      'Auto-entrepreneur',
      'Selbständig',
      'Selbststaendig',
      'freiberuflich',
      'Autónomo',
      'autônomo',
      'Lavoratore autonomo',
    ],
    ...[
      'Zelfstandige',
      "ZZP'er",
      'OSVČ',
      'Serbest Çalışan',
      'Фрилансер',
      'Индивидуальный предприниматель',
      '自由职业',
    ],
    ...['个体经营/自由职业', 'フリーランス', '프리랜서', 'עצמאי'],
  ])('reads %s as self-employed', (written) => {
    expect(stateOf(written)).toBe('self-employed');
  });

  it.each([
    ...[
      'Unknown',
      '(Unknown)',
      'NotFound',
      'Not Found',
      'n/a',
      'N/A · Full-time',
      'none',
      'null',
      '-',
      '?',
      '//////',
      '',
      '暂无',
    ],
    ...[
      'нет',
      'Unbekannt',
      'Confidential',
      'Stealth Mode Startup',
      'Startup',
      'Student',
      'Retired',
      'Sabbatical',
      'Home',
    ],
    ...['Personal', 'Unemployed', 'Congé sabbatique', '(Robots)'],
  ])('reads %s as unknown', (written) => {
    expect(stateOf(written)).toBe('unknown');
  });

  it.each([
    ...[
      'Independent Newspapers',
      'The Independent',
      'Independence Blue Cross',
      'Freelancer.com',
      'Unknown Worlds',
      'Self XDSD',
    ],
    ...[
      'Home Depot',
      'Stealth Worker Inc.',
      'Personal Capital',
      'None More Black',
      'Consultant',
      'Robots & Pencils',
      'Me&Co',
    ],
  ])('leaves %s an employer', (written) => {
    expect(stateOf(written)).toBeNull();
  });
});
