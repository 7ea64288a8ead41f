/** A small invented case for the browser tests, of more than one page of the chronicle. */

import type { DraftArticle } from './draft.ts';
import { FEED, FERRY_COLLISION } from './ferry-collision.ts';

const FOLDER = 'saved-pages/serrano';

/** The same article as it stood before: another count, no denial in the headline. */
export const FERRY_COLLISION_BEFORE: DraftArticle = {
  ...FERRY_COLLISION,
  updated: '2031-03-14T22:05:00-05:00',
  retrieved: '2031-03-15T03:10:02Z',
  notices: [],
  blocks: [
    ['headline', 'Ferry strikes the Kestrel Bridge in fog'],
    [
      'paragraph',
      'The fire service said that four people had been hurt when the ferry Marlin Star struck a pier.',
    ],
  ],
  claims: [
    {
      in: 'The fire service',
      who: 'The fire service',
      cue: 'said',
      lemma: 'say',
      what: 'that four people had been hurt when the ferry Marlin Star struck a pier',
    },
  ],
};

export const OTHER_DISPATCHES: readonly DraftArticle[] = [
  {
    url: 'https://northwire.example/dispatch/4471',
    publisher: 'North Wire',
    published: '2031-03-15T08:55Z',
    retrieved: '2031-03-15T11:21:00Z',
    source: FOLDER,
    blocks: [
      ['headline', 'Ministry closes Kestrel Bridge to ships until Monday'],
      [
        'paragraph',
        'The Transport Ministry ordered the bridge closed to ships, and its spokesman, Erik Sand, threatened fines for any master who passes.',
        'Sand admitted that the log showed no inspection after November.',
      ],
    ],
    claims: [
      {
        in: 'The Transport Ministry',
        who: 'The Transport Ministry',
        cue: 'ordered',
        lemma: 'order',
        what: 'the bridge closed to ships',
        stance: 'orders',
      },
      {
        in: 'The Transport Ministry',
        who: 'its spokesman, Erik Sand,',
        cue: 'threatened',
        lemma: 'threaten',
        what: 'fines for any master who passes',
        stance: 'threatens',
        medium: 'briefing',
      },
      {
        in: 'Sand admitted',
        who: 'Sand',
        cue: 'admitted',
        lemma: 'admit',
        what: 'that the log showed no inspection after November',
        stance: 'admits',
        medium: 'briefing',
      },
    ],
  },
  {
    url: 'https://mina.example/ar/771',
    publisher: 'صوت الميناء',
    published: '2031-03-15',
    language: 'ar',
    retrieved: '2031-03-15T11:22:10Z',
    source: FOLDER,
    blocks: [
      ['headline', 'سلطة الميناء تنفي تعطل إشارة الجسر'],
      [
        'paragraph',
        'قالت سلطة الميناء إن الإشارة كانت مضاءة عند الساعة 21:30.',
        'وأضاف صاحب العبارة Lantern Lines أن الضوء انطفأ مرتين.',
      ],
    ],
    claims: [
      {
        in: 'قالت سلطة',
        who: 'سلطة الميناء',
        cue: 'قالت',
        lemma: 'قال',
        what: 'إن الإشارة كانت مضاءة عند الساعة 21:30',
      },
      {
        in: 'وأضاف صاحب',
        who: 'صاحب العبارة Lantern Lines',
        cue: 'أضاف',
        lemma: 'أضاف',
        what: 'أن الضوء انطفأ مرتين',
      },
    ],
  },
  {
    url: 'https://gazette.example/serrano/pilots-warned',
    publisher: 'Serrano Gazette',
    published: '2031-03-13T17:05',
    retrieved: '2031-03-15T11:20:45Z',
    source: FEED,
    blocks: [
      ['headline', 'Pilots say they warned of the bridge light in winter'],
      [
        'paragraph',
        '“We wrote twice,” said Amara Lindqvist of the union of pilots in an interview.',
        'It is claimed that nobody answered.',
      ],
    ],
    claims: [
      {
        in: '“We wrote',
        who: 'Amara Lindqvist of the union of pilots',
        cue: 'said',
        lemma: 'say',
        what: '“We wrote twice,”',
        speech: 'direct',
        medium: 'interview',
      },
      {
        in: 'It is claimed',
        who: null,
        cue: 'is claimed',
        lemma: 'claim',
        what: 'that nobody answered',
        stance: 'alleges',
      },
    ],
  },
  {
    url: null,
    publisher: null,
    published: '2031-02',
    retrieved: '2031-03-15T11:25:00Z',
    source: FOLDER,
    blocks: [
      ['headline', 'Annual report of the pilots'],
      ['paragraph', 'The report says that the light on the second pier “is not to be relied upon”.'],
    ],
    claims: [
      {
        in: 'The report says',
        who: 'The report',
        cue: 'says',
        lemma: 'say',
        what: 'that the light on the second pier “is not to be relied upon”',
        kind: 'document',
        speech: 'mixed',
        medium: 'document',
      },
    ],
  },
  {
    url: null,
    publisher: null,
    retrieved: '2031-03-12T09:00:00Z',
    source: FOLDER,
    blocks: [
      [
        'paragraph',
        'Fog in the lower harbour at nine; no movements <script>alert(1)</script> expected before noon.',
      ],
    ],
  },
];

/** Short bulletins, one a day, so that the list has a second page. */
export const BULLETINS: readonly DraftArticle[] = Array.from({ length: 24 }, (_, index) => {
  const day = String(index + 1).padStart(2, '0');
  return {
    url: `https://northwire.example/bulletin/${day}`,
    publisher: 'North Wire',
    published: `2031-01-${day}T07:00:00Z`,
    retrieved: `2031-01-${day}T07:30:00Z`,
    source: FOLDER,
    blocks: [
      ['headline', `Harbour bulletin, ${index + 1} January`],
      ['paragraph', `The harbour office said that ${index + 12} ships were expected.`],
    ],
    claims: [
      {
        in: 'The harbour office',
        who: 'The harbour office',
        cue: 'said',
        lemma: 'say',
        what: `that ${index + 12} ships were expected`,
      },
    ],
  };
});

/** Everything, in the order in which it is read. */
export const DISPATCHES: readonly DraftArticle[] = [
  ...BULLETINS,
  ...OTHER_DISPATCHES,
  FERRY_COLLISION_BEFORE,
  FERRY_COLLISION,
];
