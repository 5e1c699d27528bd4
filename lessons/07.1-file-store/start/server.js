const express = require('express');
const session = require('express-session');
const FileStore = require('./filestore')(session);
const app = express();

app.use(session({
    secret: 'known to the shop alone',
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { maxAge: 60 * 1000 },
    store: new FileStore()
}));

app.get('/add', (req, res) => {
    req.session.cart = [...(req.session.cart || []), req.query.item];
    res.send(`购物篮：${req.session.cart.join('、')}`);
});

app.get('/basket', (req, res) => {
    const cart = req.session.cart || [];
    res.send(cart.length > 0 ? `购物篮：${cart.join('、')}` : '购物篮是空的');
});

app.listen(8080);
