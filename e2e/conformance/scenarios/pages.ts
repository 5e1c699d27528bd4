import { ask, get, pass, restart, type Scenario, send } from '../scenario'

const FORM = 'application/x-www-form-urlencoded'

export const pages: readonly Scenario[] = [
  {
    name: 'EJS views',
    program: 'views',
    steps: [
      get('/'),
      get('/?name=%3Cb%3E%E5%BC%A0%26%27%22'),
      ask('HEAD', '/', 200),
      get('/list'),
      get('/status', 402),
      get('/callback'),
      get('/engine'),
    ],
  },
  {
    name: 'EJS views that fail',
    program: 'views',
    steps: [get('/missing-variable', 500), get('/missing-view', 500)],
  },
  {
    name: 'logging in and out',
    program: 'login',
    steps: [
      get('/user', [302, 200]),
      send('POST', '/login', [302, 200], FORM, 'username=alice&password=wrong'),
      send('POST', '/login', [302, 200], FORM, 'username=alice&password=wonder'),
      get('/user'),
      pass(60_000),
      get('/user'),
      get('/logout', [302, 200]),
      get('/user', [302, 200]),
      send('POST', '/login', [302, 200], FORM, 'username=%E5%BC%A0%E4%B8%89&password=%E5%AF%86%E7%A0%81'),
      restart(),
      get('/user', [302, 200]),
    ],
  },
  {
    name: 'ids, hashes and files on disk',
    program: 'login',
    steps: [
      get('/ids'),
      get('/ids'),
      pass(1_234),
      get('/ids'),
      get('/bytes'),
      get('/hash'),
      get('/visit'),
      get('/visit'),
      restart(),
      get('/visit'),
      get('/folder'),
    ],
  },
]
