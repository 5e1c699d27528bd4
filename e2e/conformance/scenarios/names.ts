import { get, type Scenario } from '../scenario'

export const names: readonly Scenario[] = [
  { name: 'names of functions and classes', program: 'names', steps: [get('/'), get('/classes'), get('/methods')] },
]
