/** What is read on the pages, in each language: tests find things by the words that people read. */
export const WORDS = {
  en: {
    newVisitor: 'New visitor',
    lesson: 'Lesson',
    code: 'Code',
    visitors: 'Visitors',
    jar: 'Cookie jar',
    table: 'Session table',
    exchanges: 'HTTP exchanges',
    timeline: 'Timeline',
    console: 'Console',
    restart: 'Restart server',
    reload: (visitor: string) => `Reload, ${visitor}`,
    page: (visitor: string) => `${visitor}’s page`,
    address: (visitor: string) => `${visitor}’s address bar`,
    welcome: 'Welcome! Here is a haircut card worth 100 yuan',
    left: (balance: number | string) => `Welcome back! Left on your card: ${balance}`,
  },
  zh: {
    newVisitor: '新访客',
    lesson: '课文',
    code: '代码',
    visitors: '访客',
    jar: 'Cookie 罐',
    table: '会话表',
    exchanges: 'HTTP 往来',
    timeline: '时间线',
    console: '控制台',
    restart: '重启服务器',
    reload: (visitor: string) => `${visitor} 刷新`,
    page: (visitor: string) => `${visitor} 的页面`,
    address: (visitor: string) => `${visitor} 的地址栏`,
    welcome: '欢迎你新顾客，送你一张价值100元的剪发卡',
    left: (balance: number | string) => `欢迎你老顾客，你卡上还剩${balance}`,
  },
} as const

export type Language = keyof typeof WORDS
