let express = require('express');
let session = require('express-session');
let RedisStore = require('./redisstore')(session);
let app = express();
app.use(session({
    secret: 'known to the shop alone',
    resave: true,
    saveUninitialized: false,
    cookie: { maxAge: 30 * 60 * 1000 },
    store: new RedisStore()
}));
app.get('/visit', function (req, res) {
    let visit = req.session.visit;
    if (visit) {
        visit = visit + 1;
    } else {
        visit = 1;
    }
    req.session.visit = visit;
    res.send(`欢迎你的第${visit}次光临`);
});
app.listen(8080);
