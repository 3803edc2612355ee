package weft.pages.text;

/** What the pages about news say, in each language; each stands at the end of its language's own texts. */
final class NewsTexts {
    static final String EN = """
            news.title = News
            news.mark = (something came)
            news.came = What came
            news.none = Nothing lately. What comes stands here for two weeks, or until it is forgotten.
            news.fresh = new
            news.more = All news
            news.away = Put these away
            news.soon = Today and tomorrow
            news.posted = New on the boards
            news.answered = Somebody answered:
            news.let-in = You were let in:
            news.cant-after-all = Somebody can't after all:
            news.said-aside = New words for those let in:
            news.cant-come = Somebody can't come after all:
            news.doing-changed = Was changed:
            news.called-off = Was called off:
            news.nobody-yet = Soon, and nobody comes yet:
            news.asked-for = Somebody asks for:
            news.free-now = Is free now:
            news.bring-back = Today is the last day for:
            news.ways = Of what to be told
            news.desktop = Notifications of this machine, while a page of Weft is open
            news.desktop.hint = They say what happened, never about whom or what. Your browser asks you once whether it may.
            news.desktop.refused = The browser does not allow notifications for this page. Allow them in the browser's settings for this page, then turn this on again.
            news.quiet = Quiet hours
            news.quiet.hint = Nothing interrupts you then; it is told when they are over. Leave both empty for none.
            news.quiet.from = From
            news.quiet.until = Until
            news.circles = Of these circles
            news.kinds = Of these things
            """;

    static final String FR = """
            news.title = Nouvelles
            news.mark = (du nouveau)
            news.came = Ce qui est arrivé
            news.none = Rien ces derniers temps. Ce qui arrive reste ici deux semaines, ou jusqu'à l'oubli.
            news.fresh = nouveau
            news.more = Toutes les nouvelles
            news.away = Ranger tout cela
            news.soon = Aujourd'hui et demain
            news.posted = Nouveau sur les tableaux
            news.answered = Quelqu'un a répondu :
            news.let-in = On vous a fait entrer :
            news.cant-after-all = Quelqu'un ne peut finalement pas :
            news.said-aside = De nouveaux mots pour celles et ceux qu'on a fait entrer :
            news.cant-come = Quelqu'un ne peut finalement pas venir :
            news.doing-changed = A été modifié :
            news.called-off = A été annulé :
            news.nobody-yet = Bientôt, et personne ne vient encore :
            news.asked-for = Quelqu'un demande :
            news.free-now = Est libre maintenant :
            news.bring-back = C'est le dernier jour pour :
            news.ways = De quoi être averti
            news.desktop = Notifications de cette machine, tant qu'une page de Weft est ouverte
            news.desktop.hint = Elles disent ce qui s'est passé, jamais à propos de qui ni de quoi. Le navigateur vous demande une fois s'il peut.
            news.desktop.refused = Le navigateur n'autorise pas les notifications pour cette page. Autorisez-les dans ses réglages pour cette page, puis réactivez ceci.
            news.quiet = Heures de calme
            news.quiet.hint = Rien ne vous interrompt alors ; c'est dit quand elles sont finies. Laissez les deux vides pour n'en avoir aucune.
            news.quiet.from = De
            news.quiet.until = À
            news.circles = De ces cercles
            news.kinds = De ces choses
            """;

    static final String ES = """
            news.title = Noticias
            news.mark = (hay algo nuevo)
            news.came = Lo que llegó
            news.none = Nada últimamente. Lo que llega queda aquí dos semanas, o hasta que se olvida.
            news.fresh = nuevo
            news.more = Todas las noticias
            news.away = Guardar todo esto
            news.soon = Hoy y mañana
            news.posted = Nuevo en los tablones
            news.answered = Alguien respondió:
            news.let-in = Te dejaron entrar:
            news.cant-after-all = Alguien al final no puede:
            news.said-aside = Nuevas palabras para quienes están dentro:
            news.cant-come = Alguien al final no puede venir:
            news.doing-changed = Se cambió:
            news.called-off = Se canceló:
            news.nobody-yet = Pronto, y todavía no viene nadie:
            news.asked-for = Alguien pide:
            news.free-now = Está libre ahora:
            news.bring-back = Hoy es el último día para:
            news.ways = De qué recibir aviso
            news.desktop = Notificaciones de esta máquina, mientras haya una página de Weft abierta
            news.desktop.hint = Dicen qué pasó, nunca de quién ni de qué. El navegador te pregunta una vez si puede.
            news.desktop.refused = El navegador no permite notificaciones para esta página. Permítelas en sus ajustes para esta página y vuelve a activarlo.
            news.quiet = Horas de calma
            news.quiet.hint = Nada te interrumpe entonces; se dice cuando terminan. Deja las dos vacías si no quieres ninguna.
            news.quiet.from = Desde
            news.quiet.until = Hasta
            news.circles = De estos círculos
            news.kinds = De estas cosas
            """;

    static final String AR = """
            news.title = المستجدات
            news.mark = (وصل جديد)
            news.came = ما وصل
            news.none = لا شيء مؤخرًا. ما يصل يبقى هنا أسبوعين، أو إلى أن يُنسى.
            news.fresh = جديد
            news.more = كل المستجدات
            news.away = ضع هذه جانبًا
            news.soon = اليوم وغدًا
            news.posted = جديد على اللوحات
            news.answered = أجاب أحدهم:
            news.let-in = أُدخلت إلى:
            news.cant-after-all = تعذّر على أحدهم بعد كل شيء:
            news.said-aside = كلام جديد لمن أُدخلوا:
            news.cant-come = تعذّر على أحدهم المجيء:
            news.doing-changed = تغيّر:
            news.called-off = أُلغي:
            news.nobody-yet = قريبًا، ولا أحد سيأتي بعد:
            news.asked-for = يطلب أحدهم:
            news.free-now = صار متاحًا الآن:
            news.bring-back = اليوم آخر يوم لـ:
            news.ways = بماذا تريد أن تُخبَر
            news.desktop = إشعارات هذا الجهاز، ما دامت صفحة من Weft مفتوحة
            news.desktop.hint = تقول ما حدث، ولا تقول عمّن أو عمّ. يسألك المتصفح مرة واحدة إن كان يُسمح له.
            news.desktop.refused = لا يسمح المتصفح بالإشعارات لهذه الصفحة. اسمح بها في إعدادات المتصفح لهذه الصفحة، ثم فعّل هذا من جديد.
            news.quiet = ساعات الهدوء
            news.quiet.hint = لا يقاطعك شيء حينها، ويُقال حين تنتهي. اترك الخانتين فارغتين إن لم ترد شيئًا منها.
            news.quiet.from = من
            news.quiet.until = إلى
            news.circles = عن هذه الحلقات
            news.kinds = عن هذه الأمور
            """;

    private NewsTexts() {}
}
