const express = require('express');
const session = require('express-session');
const SlowStore = require('./slow-store')(session);

const app = express();
app.set('trust proxy', 1);
app.use(express.urlencoded({ extended: false }));
app.use(session({
  secret: 'the shop keeps this to itself',
  resave: false,
  saveUninitialized: false,
  store: new SlowStore(),
  cookie: { secure: true },
}));

const users = { alice: 'scissors', bob: 'comb', carol: 'mirror' };

app.get('/', (req, res) => {
  res.send(`<h1>Log in</h1>
<form action="/login" method="post">
  <p><label>User name <input name="username"></label></p>
  <p><label>Password <input name="password" type="password"></label></p>
  <p><button>Log in</button></p>
</form>`);
});

app.post('/login', (req, res, next) => {
  const { username, password } = req.body;
  if (!Object.hasOwn(users, username) || users[username] !== password) {
    return res.redirect('/');
  }
  req.session.regenerate((err) => {
    if (err) return next(err);
    req.session.username = username;
    res.redirect('/me');
  });
});

app.get('/me', (req, res) => {
  const { username } = req.session;
  res.type('text').send(username ? `Hello, ${username}` : 'You are not logged in');
});

app.listen(8080);

// One more shop on the same machine: the haircut cards of section 3, port 9090
require('./card');
