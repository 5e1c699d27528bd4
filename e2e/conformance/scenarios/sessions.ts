import { ask, enter, get, pass, type Scenario } from '../scenario'

const program = 'sessions'

/** The same request of a second visitor. */
function bob(url: string, statuses: number | readonly number[] = 200) {
  return ask('GET', url, statuses, { visitor: 'bob' })
}

export const sessions: readonly Scenario[] = [
  {
    name: 'a session is saved once it holds something',
    program,
    steps: [
      get('/plain/look'),
      get('/plain/count'),
      get('/plain/count'),
      get('/plain/same'),
      get('/plain/look'),
      enter('bob'),
      bob('/plain/count'),
      bob('/plain/look'),
      get('/plain/rows'),
    ],
  },
  {
    name: 'saveUninitialized and resave',
    program,
    steps: [get('/eager/look'), get('/eager/look'), get('/eager/count'), get('/eager/forget'), get('/eager/look')],
  },
  {
    name: 'rolling and maxAge',
    program,
    steps: [
      get('/rolling/look'),
      get('/rolling/count'),
      pass(40_000),
      get('/rolling/look'),
      pass(40_000),
      get('/rolling/look'),
      pass(60_000),
      get('/rolling/look'),
    ],
  },
  {
    name: 'maxAge without rolling, touch and a cookie of five seconds',
    program,
    steps: [
      get('/aged/count'),
      pass(40_000),
      get('/aged/touch'),
      get('/aged/count'),
      pass(30_000),
      get('/aged/look'),
      get('/aged/short'),
      get('/aged/cookie'),
      pass(4_999),
      get('/aged/look'),
      pass(5_001),
      get('/aged/look'),
    ],
  },
  {
    name: 'regenerate, destroy, reload and save',
    program,
    steps: [
      get('/plain/count'),
      get('/plain/login?user=alice', [302, 200]),
      get('/plain/look'),
      get('/plain/reload'),
      get('/plain/save'),
      get('/plain/logout'),
      get('/plain/who'),
      get('/plain/reload', 500),
      get('/plain/save'),
      get('/plain/rows'),
    ],
  },
  {
    name: 'a session that is forgotten, kept or destroyed',
    program,
    steps: [
      get('/plain/count'),
      get('/plain/forget'),
      get('/plain/count'),
      get('/unset/count'),
      get('/unset/forget'),
      get('/unset/count'),
    ],
  },
  {
    name: 'cookies of sessions: secure, path, domain',
    program,
    steps: [
      get('/secure/count'),
      get('/secure/count'),
      get('/pathed/count'),
      get('/pathed/count'),
      get('/pathed/cookie'),
    ],
  },
  {
    name: 'ids that are forged, unknown, shared or signed with an old secret',
    program,
    steps: [
      get('/plain/count', 200, [['Cookie', 'plain.sid=s%3Aguess.AAAA']]),
      get('/plain/count', 200, [['Cookie', 'plain.sid=unsigned']]),
      get('/plain/count', 200, [['Cookie', 'plain.sid=s%3A']]),
      get('/numbered/count?card=1'),
      enter('bob'),
      bob('/numbered/count?card=1'),
      get('/numbered/count'),
      get('/rotated/count'),
      get('/rotated/count'),
    ],
  },
  { name: 'a session changed after the head', program, steps: [get('/plain/stream'), get('/plain/rows')] },
]
