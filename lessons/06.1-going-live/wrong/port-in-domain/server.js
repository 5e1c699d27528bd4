const express = require('express');
const session = require('express-session');
const SlowStore = require('./slow-store')(session);

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({
  secret: 'the shop keeps this to itself',
  resave: false,
  saveUninitialized: false,
  store: new SlowStore(),
  cookie: { secure: 'auto', domain: 'localhost:8080' },
}));

const users = { alice: 'scissors', bob: 'comb', carol: 'mirror' };

app.get('/', (req, res) => {
  res.send(`<h1>登录</h1>
<form action="/login" method="post">
  <p><label>用户名 <input name="username"></label></p>
  <p><label>口令 <input name="password" type="password"></label></p>
  <p><button>登录</button></p>
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
  res.type('text').send(username ? `你好，${username}` : '你还没有登录');
});

app.listen(8080);

// 同一台机器上还有一家店：第 3 节的剪发卡，9090 端口
require('./card');
