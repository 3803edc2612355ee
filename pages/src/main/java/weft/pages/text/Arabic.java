package weft.pages.text;

/** Arabic, with Western digits. */
final class Arabic {
    private static final String TEXTS = """
            language.plural = ARABIC
            language.firstDay = SATURDAY
            list.comma = ،\s
            date.today = اليوم
            date.tomorrow = غدًا
            date.yesterday = أمس
            date.weekdays = الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
            date.months = يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
            date.withoutYear = {weekday} {day} {month}
            date.withYear = {weekday} {day} {month} {year}
            when.moment = {date}، {time}
            when.span = {from} إلى {until}
            when.from = من {from}
            when.until = حتى {until}
            when.whenever = في أي وقت

            app.name = Weft
            app.foot = ما انتهى يُنسى. لا شيء يُحسب هنا.
            nav.label = الصفحات
            nav.skip = إلى المحتوى
            nav.circles = الحلقات
            nav.settings = الإعدادات
            nav.languages = اللغة
            live.changed = تغيّرت هذه الصفحة.
            do.save = حفظ
            do.back = رجوع
            name.me = أنت
            name.stranger = {second} {first}
            form.faults.zero = لا شيء يحتاج إلى مراجعة
            form.faults.one = هناك أمر واحد يحتاج إلى مراجعة
            form.faults.two = هناك أمران يحتاجان إلى مراجعة
            form.faults.few = هناك {n} أمور تحتاج إلى مراجعة
            form.faults.many = هناك {n} أمرًا يحتاج إلى مراجعة
            form.faults.other = هناك {n} أمر يحتاج إلى مراجعة

            welcome.title = أهلًا وسهلًا
            welcome.lead = يجمع Weft أناسًا يتشاركون ما يحتاجون إليه وما يقدرون عليه. لا أحد يديره، وكل شيء يبقى على جهازك.
            welcome.invited = تلقيت دعوة
            welcome.invited.text = أعطاك أحدهم رابطًا أو رمزًا: انضم به إلى حلقته.
            welcome.start = إنشاء حلقة
            welcome.start.text = ابدأ بشارعك أو مطبخك أو أصدقائك، ثم ادعهم.
            circles.title = حلقاتك
            invitations.title = دعوات جارية
            reach.in-step = محدَّث
            reach.catching-up = جارٍ التحديث
            reach.alone = لا يمكن الوصول إلى أحد؛ ما تكتبه ينتظر هنا

            circle.new.title = إنشاء حلقة
            circle.new.lead = الحلقة مجموعة من الناس يرون اللوحة نفسها. كل من فيها يستطيع أن يفعل الأشياء نفسها.
            circle.new.more = المحطات والنسيان
            circle.new.do = أنشئ الحلقة
            circle.name = الاسم
            circle.name.hint = أنت وحدك ترى هذا الاسم؛ والآخرون يختارون أسماءهم.
            circle.relays = المحطات
            circle.relays.hint = حيث تُترك الرسائل، عنوان في كل سطر يبدأ بـ wss:// أو ws://. لا تستطيع المحطات قراءتها. ومن دونها يعمل بين من هم على الشبكة نفسها.
            circle.grace = أيام المهلة
            circle.grace.hint = كم يومًا يُحفظ الشيء بعد يومه الأخير قبل أن يُنسى: 1، أو حتى 28 إن كانت الأخبار تنتقل باليد.
            circle.settings.title = عن هذه الحلقة
            circle.forget.title = النسيان
            circle.forget.text.zero = ما انتهى يُتلف على كل جهاز بعد يومه الأخير.
            circle.forget.text.one = ما انتهى يُتلف على كل جهاز بعد يوم واحد من يومه الأخير.
            circle.forget.text.two = ما انتهى يُتلف على كل جهاز بعد يومين من يومه الأخير.
            circle.forget.text.few = ما انتهى يُتلف على كل جهاز بعد {n} أيام من يومه الأخير.
            circle.forget.text.many = ما انتهى يُتلف على كل جهاز بعد {n} يومًا من يومه الأخير.
            circle.forget.text.other = ما انتهى يُتلف على كل جهاز بعد {n} يوم من يومه الأخير.

            board.postNeed = أحتاج إلى شيء
            board.postOffer = أعرض شيئًا
            board.invite = دعوة
            board.plain = قائمة للصقها في محادثة
            board.choose = اختر ما يُعرض
            board.side = حاجات أو عروض
            board.both = حاجات وعروض
            board.only.need = الحاجات فقط
            board.only.offer = العروض فقط
            board.kind = النوع
            board.anyKind = كل الأنواع
            board.ended = ما انتهى أيضًا
            board.filter = عرض
            board.list = حاجات وعروض
            board.empty = لا شيء مطلوب أو معروض الآن.
            board.nothingFits = لا شيء يطابق. خفّف الشروط أو امسح الكلمات.
            board.mine = لك
            board.inside = سُمح لك بالدخول
            board.pages = صفحات القائمة
            board.page = {page} من {pages}
            board.earlier = السابق
            board.later = المزيد
            side.need = حاجة
            side.offer = عرض
            stage.open = مفتوح
            stage.answered = وصل رد
            stage.in-hand = هناك من يتولاه
            stage.done = تمّ
            stage.no-longer = لم يعد مطلوبًا
            stage.fading = يتلاشى
            plain.title = حاجات وعروض، {date}
            plain.need = مطلوب
            plain.offer = معروض

            kind.food = طعام
            kind.cooking = طبخ
            kind.errands = مشاوير
            kind.a lift = توصيلة
            kind.transport = نقل
            kind.childcare = رعاية أطفال
            kind.care = رعاية
            kind.company = صحبة
            kind.health = صحة
            kind.repairs = إصلاح
            kind.tools = أدوات
            kind.clothes = ملابس
            kind.furniture = أثاث
            kind.housing = سكن
            kind.moving = نقل بيت
            kind.translation = ترجمة
            kind.paperwork = أوراق ومعاملات
            kind.learning = تعلّم
            kind.technology = تقنية
            kind.animals = حيوانات
            kind.garden = حديقة
            kind.other = شيء آخر

            post.title.need = طلب شيء
            post.title.offer = عرض شيء
            post.side = ما هو؟
            post.side.need = حاجة
            post.side.offer = عرض
            post.what = ماذا، في سطر واحد
            post.what.hint = يستطيع كل من في الحلقة قراءة هذا. لا تكتب أسماء أو عناوين.
            post.text = المزيد عنه
            post.text.hint = إن كان هناك ما يجب معرفته.
            post.kind = النوع
            post.kind.hint = اختر نوعًا أو اكتب كلمتك.
            post.where = أين تقريبًا
            post.where.hint = زاوية شارع أو حي، لا عنوان.
            post.from = من
            post.from.hint = إن تُرك فارغًا: في أي وقت.
            post.until = حتى
            post.until.hint = إن تُرك فارغًا: بلا حد.
            post.forWhom = لمن؟
            post.forWhom.me = لي
            post.forWhom.other = لشخص آخر
            post.languages = لغات مناسبة (فقط إن كان ذلك مهمًّا)
            post.languages.more = لغات أخرى
            post.lastDay = اليوم الأخير
            post.lastDay.hint = بعد هذا اليوم يُنسى على كل الأجهزة.
            post.aside = فقط لمن تسمح له بالدخول
            post.aside.hint = عنوان دقيق أو رقم هاتف أو اسم. لا يراه أحد حتى تسمح بدخول شخص ردّ عليك، وعندها يراه هو وحده.
            post.do = نشر
            revise.title = تغيير الكلمات

            thread.forSomeoneElse = لشخص آخر
            thread.hide = لا تُظهر لي هذا
            fact.when = متى
            fact.where = أين
            fact.point = بالقرب من (نحو 500 متر)
            fact.kind = النوع
            fact.languages = اللغات
            fact.by = من
            fact.for = لأجل
            fact.written = نُشر
            fact.lastDay = اليوم الأخير
            stage.sentence.open = لا أحد يتولاه بعد.
            stage.sentence.open.mine = لم يردّ أحد بعد.
            stage.sentence.answered = ردّ أحدهم.
            stage.sentence.answered.mine = ردّ أحدهم. اسمح بدخول من يناسب.
            stage.sentence.in-hand = هناك من يتولاه.
            stage.sentence.in-hand.mine = سمحت لأحدهم بالدخول.
            stage.sentence.in-hand.inside = أنت تتولاه.
            stage.sentence.done = تمّ، وسيُنسى قريبًا.
            stage.sentence.no-longer = لم يعد مطلوبًا، وسيُنسى قريبًا.
            stage.sentence.fading = انقضى يومه الأخير، وهو يُنسى الآن.
            answers.title = الردود
            answers.yours = ردّك
            answers.none = لا ردود بعد. ستظهر هنا، وأنت وحدك تقرؤها.
            answer.title.need = هل يمكنك المساعدة؟
            answer.title.offer = هل يهمّك هذا؟
            answer.text = ردّك
            answer.hint = لا يقرؤه إلا من نشر هذا.
            answer.do = أرسل الرد
            answer.letIn = السماح بالدخول
            answer.letIn.hint = عندها يرى ما كُتب فقط لمن تسمح له بالدخول.
            answer.inside = دخل: يرى ما هو أدناه.
            answer.youAreInside = سُمح لك بالدخول: التفاصيل أدناه.
            answer.waiting = أُرسل. سترى هنا متى يُسمح لك بالدخول.
            answer.withdrawn = لا يستطيع في النهاية.
            answer.cantAfterAll = لا أستطيع في النهاية
            aside.title = فقط لمن سُمح لهم بالدخول
            aside.hint = يقرؤه من نشر هذا ومن يسمح لهم بالدخول، ولا أحد غيرهم.
            aside.none = لم يُكتب شيء هنا بعد.
            aside.say = اكتب شيئًا هنا
            aside.do = أرسل لمن سُمح لهم بالدخول
            mine.title = هذا لك
            mine.done = تمّ
            mine.noLonger = لم يعد مطلوبًا
            mine.revise = تغيير الكلمات
            mine.extend = تغيير اليوم الأخير
            close.done.title = هل تمّ؟
            close.done.do = نعم، تمّ
            close.noLonger.title = ألم يعد مطلوبًا؟
            close.noLonger.do = نعم، أزِله
            close.text = يغادر اللوحة الآن، وبعد يوم يُنسى على كل الأجهزة مع ردوده وتفاصيله. لا يمكن التراجع عن هذا.
            extend.title = تغيير اليوم الأخير
            extend.text = يومه الأخير: {date}. يمكنك تأجيله.
            extend.do = تأجيل اليوم الأخير
            withdraw.title = لا تستطيع في النهاية؟
            withdraw.text = يُخبَر من طلب ذلك فورًا كي يوجد شخص آخر. ويُسحب ردّك.
            withdraw.do = نعم، لا أستطيع
            hide.title = ألا تريد رؤية هذا؟
            hide.text = لن يظهر على جهازك بعد الآن. ويراه الآخرون كما كان.
            hide.do = إخفاء

            invite.title = دعوة شخص
            invite.lead = إنشاء دعوة إلى {circle}.
            invite.once = تصلح لشخص واحد، مرة واحدة، خلال سبعة أيام.
            invite.past = من ينضم يرى المفتوح الآن وما سيأتي، ولا يرى ما انتهى أبدًا.
            invite.all = كل من في الحلقة يستطيع فيها كل شيء، والنسخ لا تُسترد: ادعُ من تأتمنه على اللوحة.
            invite.do = أنشئ دعوة
            invitation.title.mine = دعوتك
            invitation.title.theirs = الانضمام
            invitation.stage.waiting = تنتظر أن تُستعمل.
            invitation.stage.knocking = في انتظار من دعاك. يجب أن يكون جهازه مشغّلًا؛ هذه الصفحة تتغيّر وحدها.
            invitation.stage.met = التقى الجهازان. قارنا الكلمات.
            invitation.stage.done = تمّ: سُلّمت الحلقة.
            invitation.stage.used = استعمل شخص آخر هذه الدعوة. اطلب دعوة جديدة وأخبر بذلك: ربما رأى آخرون الرابط.
            invitation.stage.late = انقضت أيامها السبعة. اطلب دعوة جديدة.
            invitation.stage.gone = الحلقة التي تقود إليها لم تعد على هذا الجهاز.
            invitation.valid = صالحة حتى: {date}.
            invitation.qr = الدعوة كرمز QR
            invitation.link = أو سلّم هذا الرابط
            invitation.link.hint = أعطه للشخص المقصود وحده، بطريق لا يقرؤه غيره.
            invitation.file.title = في ملف
            invitation.file.lead = لذاكرة محمولة أو رسالة: لا يُفتح الملف إلا بعبارة السر. قل العبارة بطريق غير طريق الملف.
            invitation.file.passphrase = عبارة سر للملف
            invitation.file.hint = عدة كلمات لا يخمّنها أحد.
            invitation.file.do = احفظ في ملف
            invitation.copy = انسخ الرابط
            invitation.copied = نُسخ
            invitation.toBoard = إلى اللوحة
            check.title = قارنا هذه الكلمات
            check.text = ليقرأها كل منكما للآخر، بالهاتف أو وجهًا لوجه. يجب أن تريا الكلمات الأربع نفسها بالترتيب نفسه.
            check.differ = إن اختلفت فقد دخل أحد بينكما. لا تكتب شيئًا، وأنشئا دعوة جديدة.
            join.title = الانضمام إلى حلقة
            join.lead = الصق الرابط الذي أُعطيته.
            join.link = الدعوة
            join.link.hint = تبدأ بـ weft:
            join.file = أو اختر ملف دعوة
            join.passphrase = عبارة سر الملف
            join.passphrase.hint = فقط إذا جاءت الدعوة في ملف.
            join.name = ماذا ستسمّي هذه الحلقة؟
            join.name.hint = أنت وحدك ترى هذا الاسم.
            join.do = انضمام

            settings.title = الإعدادات
            relays.title = المحطات
            relays.hint = تحفظ المحطات رسائل مشفّرة حتى تصل إلى الجميع. ولا تستطيع قراءتها.
            relays.none = لا محطات. يصل هذا الجهاز فقط إلى من هم على الشبكة نفسها.
            relays.waiting.zero = لا رسائل تنتظر الإرسال.
            relays.waiting.one = رسالة واحدة تنتظر الإرسال.
            relays.waiting.two = رسالتان تنتظران الإرسال.
            relays.waiting.few = {n} رسائل تنتظر الإرسال.
            relays.waiting.many = {n} رسالة تنتظر الإرسال.
            relays.waiting.other = {n} رسالة تنتظر الإرسال.
            relay.connected = متصلة
            relay.connecting = لم تتصل بعد
            relay.trouble = لا يمكن الوصول إليها الآن؛ المحاولة مستمرة
            relay.trouble.refused = ترفض الاتصال؛ المحاولة مستمرة
            relay.trouble.unreachable = لا يمكن الوصول إليها؛ المحاولة مستمرة. تحقّق من العنوان ومن شبكتك.
            relay.trouble.auth-required = تطلب تسجيل دخول لا يقدّمه Weft. استعمل محطة أخرى.
            relay.trouble.garbled = لا تتكلم لغة المحطات. تحقّق من العنوان.
            relay.trouble.bad-address = هذا ليس عنوان محطة. يبدأ العنوان بـ wss:// أو ws://.
            relay.trouble.not-encrypted = يجب أن يبدأ عنوانها بـ wss:// لأنها ليست على شبكتك.
            relay.trouble.silent = توقفت عن الرد؛ المحاولة مستمرة
            relay.trouble.no-relay = هناك شيء في هذا العنوان لكنه ليس محطة. تحقّق من العنوان.
            relay.trouble.bad-certificate = لا يمكن الوثوق بشهادتها. تحقّق من العنوان ومن تاريخ هذا الجهاز.
            relay.trouble.closed = أغلقت الاتصال؛ المحاولة مستمرة
            relay.trouble.too-slow = بطيئة في استلام ما يُرسل؛ المحاولة مستمرة
            relay.trouble.too-large = أرسلت أكثر من المسموح؛ المحاولة مستمرة
            passphrase.title = عبارة المرور
            passphrase.text = كل ما على هذا الجهاز مقفل بعبارة مرورك. لا أحد يستطيع استعادتها لك.
            clock.short = قفز تاريخ هذا الجهاز، لذلك لا يُنسى شيء الآن.
            clock.look = تحقّق من التاريخ
            clock.title = هل التاريخ صحيح؟
            clock.text = يقول هذا الجهاز إن اليوم هو {date}. تحركت ساعته أكثر من ثلاثة أيام، فلا يُتلف شيء حتى تنظر. إن كان التاريخ خطأ فاضبط ساعة الجهاز.
            clock.do = التاريخ صحيح

            refused.title = لم يكن ذلك ممكنًا
            refused.back = رجوع
            refusal.no-such-circle = لم تعد هذه الحلقة على هذا الجهاز.
            refusal.no-such-thread = لم يعد هذا هنا؛ فقد انتهى ونُسي.
            refusal.no-such-entry = لم يعد ذلك الرد هنا. انظر إلى الصفحة من جديد.
            refusal.not-yours = لا يستطيع ذلك إلا من نشر هذا.
            refusal.your-own = هذا لك، فلا يمكنك الرد عليه.
            refusal.already-answered = سبق أن رددت. وحين يُسمح لك بالدخول يمكنك كتابة المزيد.
            refusal.over = انتهى هذا ولا يقبل كلمات أخرى.
            refusal.not-inside = لا يكتب هنا إلا من سُمح لهم بالدخول.
            refusal.no-title = قل في سطر واحد ما هو.
            refusal.too-long = هذا أطول من أن يُرسل. اختصر النص.
            refusal.malformed = في النموذج شيء غير صحيح. راجع كل خانة.
            refusal.bad-day = اختر يومًا أخيرًا ابتداءً من اليوم وخلال 400 يوم.
            refusal.not-an-invitation = هذه ليست دعوة. الصق الرابط كاملًا؛ يبدأ بـ weft:
            refusal.invitation-altered = في هذا الرابط حروف ناقصة أو متغيّرة. انسخه من جديد كاملًا.
            refusal.invitation-newer = هذه الدعوة من إصدار أحدث من Weft. حدّث إصدارك ثم أعد المحاولة.
            refusal.invitation-late = انقضت أيام هذه الدعوة السبعة. اطلب دعوة جديدة.
            refusal.wrong-passphrase = عبارة السر هذه لا تفتح الملف. اسأل من أعطاك إياه.
            refusal.no-such-invitation = استُعملت هذه الدعوة أو انقضت. أنشئ دعوة جديدة.
            refusal.already-in = أنت في هذه الحلقة من قبل.
            refusal.bad-relay = يبدأ عنوان المحطة بـ wss:// أو ws://، عنوان في كل سطر، وثمانية على الأكثر.
            refusal.no-name = أعطها اسمًا.
            refusal.not-stored = لم يستطع هذا الجهاز حفظه. أفرغ مكانًا على القرص ثم أعد المحاولة.
            fault.tooLong = هذا طويل جدًا؛ اختصره.
            fault.side = اختر إن كان حاجة أو عرضًا.
            fault.grace = اختر من 1 إلى 28 يومًا.
            fault.point = النقطة ليست خط عرض وخط طول.
            fault.moment = اكتب تاريخًا ووقتًا، مثل 2026-11-24T18:30.
            fault.untilBeforeFrom = ينتهي قبل أن يبدأ.
            fault.lastDayBeforeUntil = اليوم الأخير يسبق نهايته. اختر يومًا لاحقًا.
            fault.notFurther = اختر يومًا بعد اليوم الأخير الحالي.
            fault.languages = اختر عشر لغات على الأكثر.
            fault.noWords = اكتب شيئًا أولًا.
            fault.noLink = الصق الرابط الذي أُعطيته.
            fault.passphraseShort = عبارة السر هذه قصيرة جدًا. استعمل عدة كلمات.

            door.begin.title = اختر عبارة مرور
            door.begin.text = تُقفل كل ما يحفظه Weft على هذا الجهاز. تكتبها كلما بدأ.
            door.begin.lost = اكتبها واحفظها في مكان آمن. إن ضاعت فلن يستطيع أحد فتح هذا مرة أخرى.
            door.begin.choose = عبارة المرور
            door.begin.hint = {n} حروف على الأقل. أربع أو خمس كلمات لا رابط بينها تكفي.
            door.begin.again = نفسها مرة أخرى
            door.begin.do = ابدأ
            door.begin-different = العبارتان مختلفتان. اكتبهما من جديد.
            door.begin-short = هذه قصيرة جدًا. استعمل {n} حروف على الأقل.
            door.begin-not-stored = القرص ممتلئ أو لا يمكن الكتابة عليه. أفرغ مكانًا ثم أعد المحاولة.
            door.locked.title = فتح القفل
            door.locked.passphrase = عبارة المرور
            door.locked.hint = التي اخترتها حين بدأ Weft هنا أول مرة.
            door.locked.do = افتح
            door.locked-wrong = ليست هذه عبارة المرور. تحقّق من لغة لوحة المفاتيح ومن الحروف الكبيرة ثم أعد المحاولة.
            door.locked-damaged = الملفات التي تحفظ مفاتيحك تالفة. أعد نسخة من المجلد إن كانت لديك؛ وإلا فابدأ في مجلد جديد واطلب دعوة من جديد.
            door.opening.title = جارٍ الفتح
            door.opening.text = لحظة: تجري قراءة ما هو محفوظ هنا. تتابع هذه الصفحة وحدها.
            door.json.begin = لم تُختر عبارة مرور بعد. افتح Weft في متصفح أولًا.
            door.json.locked = Weft مقفل. افتح قفله أولًا.
            door.json.opening = ما زال Weft يُفتح. أعد المحاولة بعد لحظة.

            trouble.title = ليس هنا
            trouble.home = إلى الصفحة الأولى
            trouble.not-found = لا شيء في هذا العنوان.
            trouble.no-such-circle = هذه الحلقة ليست على هذا الجهاز.
            trouble.no-such-thread = هذا ليس هنا. إن كان قد انتهى فقد نُسي.
            trouble.no-such-invitation = هذه الدعوة ليست على هذا الجهاز.
            trouble.wrong-method = لا يُستعمل هذا العنوان هكذا. ارجع واستعمل أزرار الصفحة.
            trouble.no-start-token = لم يُسمح لهذا المتصفح بعد. افتح الرابط الذي عرضه Weft عند بدئه.
            trouble.stale-form = بقيت هذه الصفحة مفتوحة طويلًا ولم يتغيّر شيء. ارجع وحمّلها من جديد ثم أرسل مرة أخرى.
            trouble.too-much = كان ذلك كثيرًا دفعة واحدة. اختصر النص.
            trouble.not-understood = لم يُفهم ذلك ولم يتغيّر شيء. ارجع وأعد المحاولة.
            trouble.stopping = يتوقف Weft الآن. شغّله من جديد للمتابعة.
            trouble.broken = تعطّل شيء داخل Weft. لم يُفقد شيء. ارجع وأعد المحاولة.
            rounds.title = جولات التوصيل
            rounds.elsewhere = تُخطَّط الجولات على حاسوب. افتح هذه الحلقة هناك؛ الاحتياجات والعناوين التي تراها هنا موجودة هناك أيضًا.
            """;

    /** Gentle words of nature, light, colour and mood; in step with {@link #SECOND} where the language asks for that. */
    private static final String FIRST = """
            هادئ لطيف صافٍ دافئ ناعم مشرق ساكن مبكر فضي ذهبي كهرماني أزرق أخضر أحمر بنفسجي نيلي عاجي لؤلؤي مرجاني نحاسي برونزي وردي رملي مورق عشبي
            صخري حجري طباشيري ضبابي ندي ماطر ثلجي جليدي زهري نسيمي مشمس مقمر نجمي غائم صيفي شتوي خريفي ربيعي صباحي مسائي ليلي نهاري شفقي فجري بهيج
            مرح سعيد فرح مبتسم نشيط رشيق سريع ثابت صبور حذر ودود صادق متواضع نبيل شجاع جريء مسرور قوي حنون أنيق مستدير متفائل مموج حليم ريشي حريري
            مخملي كتاني قطني منسوج محبوك مطرز مضفور فستقي مرقط منقط مخطط متوج مجنح واسع عالٍ عميق عريض لبيب خفي صامت مغرد هامس ضاحك باسم لازوردي
            قافز متدحرج عائم شراعي محلق طائر سابح غواص متسلق مجتهد رحال مستريح حالم نعسان يقظ فضولي ذكي حكيم متأمل مصغٍ خدوم مستعد متحمس طازج ناضج
            فصيح عطري نعناعي مالح عسلي زبدي جوزي فاكهي ليموني برتقالي كرزي مشمشي خوخي زيتوني زعفراني قرفي فانيلي قيقبي صفصافي بندقي خزامي ليلكي
            ياسميني متقن مبدع ماهر بارع ساحلي جبلي سهلي جزري نهري بحيري بحري غابي وديع بستاني مثابر قطبي استوائي قديم فتي جديد كبير صغير طويل دقيق
            شامخ متعرج لامع براق متألق متلألئ متوهج وضاء منير مضيء نقي شفاف بلوري سماوي فيروزي زمردي ياقوتي ماسي كستنائي رمادي قرمزي أرجواني فضفاض
            خفيف مبتهج مرن وفي كريم سخي مضياف واثق مطمئن مستقر راسخ مستقيم كامل بسيط طبيعي بري حر موسيقي رنان خافت متقد حيوي متيقظ رحيم عطوف أمين
            رزين وقور بشوش سمح عذب رقراق جارٍ متدفق فوار زاهر مزهر مثمر عنبري يانع ريان نضر غض مصقول منقوش مزخرف محفور مرصع بعيد قريب مجاور عابر
            معطاء متعاون زائر صديق رفيق أنيس جميل حسن
            """;

    /** Birds, trees, plants and quiet things. */
    private static final String SECOND = """
            بلشون عصفور سنونو زرزور شحرور بلبل هزار كناري حسون دوري نقار هدهد صقر نسر زعرور شاهين كركي لقلق بجع إوز بط غطاس زقزاق كروان طيطوي نورس
            غاق حمام يمام قمري خليج حجل تدرج طاووس ديك قلم طوقان سنديان قنفذ سنجاب شوح قندس أيل غزال ظبي وعل ينبوع شلال وشق مرجان دلفين حوت سمك
            سلمون مهر جمل باندا كنغر حوذان عقيق نحل يعسوب جندب حلزون بلوط دردار زان صفصاف منار بندق زيزفون قيقب جوز صنوبر شربين أرز عرعر سرو زيتون
            غار تين تفاح إجاص برقوق كرز سفرجل مشمش خوخ لوز ليمون برتقال توت عليق ليلك عنب نخيل مانغو لبلاب ورد زنبق سوسن بنفسج شقيق أقحوان نرجس
            توليب زعفران زعتر نعناع ريحان إكليل بابونج برسيم سرخس خلنج وزال قصب بردي شعير شوفان قمح دخن كتان قطن تل وادٍ مرج جدول نهر غدير نبع
            ميناء شاطئ كثيب جرف حصى بلور كهرمان لؤلؤ صدف نجم دفتر قمر هلال بدر كوكب غيم مطر ثلج ندى برق رعد نسيم فجر صباح حبر مساء غروب شفق ليل
            ربيع صيف خريف شتاء درب طريق جسر برج بستان حقل كرم غاب جبل سفح صخر كهف بركان سبيل قندول عود ناي قانون كمان مزمار جرس نشيد زورق شراع
            قارب طوف فانوس قنديل سراج مصباح بساط شريط زر مغزل نول خيط قماش مخمل حرير صوف رغيف كعك عسل زبد خروب زبيب تنوب بقس ياقوت لفت كراث بقدونس
            شمر كمون زنجبيل كاكاو خيزران سنط طلح أثل سدر آس ياسمين فل قرنفل لوتس نيلوفر ترمس حمص عدس فول سمسم كركم هيل يانسون حبق مردقوش سماق خردل
            شبت جرجير أرخبيل ملفوف قرنبيط يقطين جزر شمندر فطر كمأ بلح تمر مرفأ
            """;

    private Arabic() {}

    static Language language() {
        // Joined when it runs: one constant of all would be longer than a class may hold.
        return Language.read("ar", String.join("", TEXTS + PeopleTexts.AR + FindTexts.AR, PracticeTextsAr.TEXTS, CalendarTexts.AR
                + CarryTexts.AR, ThingTexts.AR, MapTexts.AR, NewsTexts.AR, DeviceTexts.AR), FIRST, SECOND);
    }
}
