// The course's listings 3 and 6 on one machine, each on its own port.
require('./card')
require('./login')
