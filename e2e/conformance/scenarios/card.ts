import { ask, enter, get, restart, type Scenario } from '../scenario'

/** The course's listing of section 3, byte for byte. */
export const card: readonly Scenario[] = [
  {
    name: 'the hand-rolled card',
    program: 'card',
    steps: [
      get('/'),
      ...Array.from({ length: 11 }, () => get('/')),
      enter('bob'),
      ask('GET', '/', 200, { visitor: 'bob' }),
      ask('GET', '/', 200, { visitor: 'bob' }),
      ask('HEAD', '/', 200, { visitor: 'bob' }),
      get('/', 200, [['Cookie', 'connect.sid=unknown']]),
      restart(),
      get('/'),
      get('/'),
      get('/nowhere', 404),
    ],
  },
  {
    name: 'the hand-rolled card with a number that is no number',
    program: 'card',
    steps: [
      get('/', 200, [['Cookie', 'connect.sid=__proto__']]),
      get('/', 200, [['Cookie', 'connect.sid=constructor']]),
      get('/', 200, [['Cookie', 'connect.sid=%E5%89%AA%2B']]),
      restart(),
      get('/', 200, [['Cookie', 'connect.sid=__proto__']]),
    ],
  },
]
