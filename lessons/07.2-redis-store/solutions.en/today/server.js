let express = require('express');
let session = require('express-session');
let store = require('./redisstore');
let app = express();
app.use(session({
    secret: 'known to the shop alone',
    resave: true,
    saveUninitialized: false,
    cookie: { maxAge: 30 * 60 * 1000 },
    store
}));
app.get('/visit', function (req, res) {
    let visit = req.session.visit;
    if (visit) {
        visit = visit + 1;
    } else {
        visit = 1;
    }
    req.session.visit = visit;
    res.send(`Welcome! This is visit number ${visit}`);
});
app.use(function (err, req, res, next) {
    if (res.headersSent) return next(err);
    res.status(503).send('Our book cannot be opened at the moment. Please come back later');
});
app.listen(8080);
