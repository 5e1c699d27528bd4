let express = require('express');
let session = require('express-session');
let { getIronSession, unsealData } = require('iron-session');
let app = express();
app.use(express.urlencoded({extended: false}));

//封条的口令，只有店里知道，每个至少 32 个字符
//去年的口令是 '1': 'the-barbershop-password-of-2025!'，已经停用
let password = {
    '2': 'the-barbershop-password-of-2026!'
};

//左边的门：会话封在 cookie 里，店里什么都不记
app.use('/sealed', async function (req, res, next) {
    req.session = await getIronSession(req, res, {
        cookieName: 'sealed',
        password: password,
        cookieOptions: {secure: false}
    });
    next();
});

//右边的门：会话记在店里，cookie 里只有号码
app.use('/stored', session({
    name: 'stored',
    secret: 'barbershop-2026',
    resave: false,
    saveUninitialized: false
}));

//登录
app.post('/sealed/login', async function (req, res) {
    req.session.username = req.body.username;
    await req.session.save();
    res.redirect('/sealed/user');
});
app.post('/stored/login', function (req, res) {
    req.session.regenerate(function () {
        req.session.username = req.body.username;
        req.session.save(function () {
            res.redirect('/stored/user');
        });
    });
});

//用户页面，两扇门都一样
app.get(['/sealed/user', '/stored/user'], function (req, res) {
    if (!req.session.username) return res.status(401).send('请先登录');
    res.send('欢迎 ' + req.session.username);
});

//每来一次，就在会话里记一笔
app.get('/sealed/visit', async function (req, res) {
    let visits = req.session.visits || [];
    visits.push({at: new Date(), browser: req.get('User-Agent')});
    req.session.visits = visits;
    await req.session.save();
    res.send('第 ' + visits.length + ' 次光临');
});

//退出
app.post('/sealed/logout', function (req, res) {
    req.session.destroy();
    res.send('再见');
});
app.post('/stored/logout', function (req, res) {
    req.session.destroy(function () {
        res.send('再见');
    });
});

//只有店里能拆开封条
app.get('/sealed/open', async function (req, res) {
    let cookie = /sealed=([^;]*)/.exec(req.headers.cookie || '');
    res.json(cookie ? await unsealData(decodeURIComponent(cookie[1]), {password: password}) : {});
});

app.listen(8080);
