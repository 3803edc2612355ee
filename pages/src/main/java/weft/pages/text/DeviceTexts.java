package weft.pages.text;

/** What the page about another device of the same person says, in each language; each stands at the end of its language's own texts. */
final class DeviceTexts {
    static final String EN = """
            device.title = Another device of yours
            device.lead = A second device, such as a phone beside this computer, is a node of its own. You know each other like two people do, and it gets every circle.
            device.first = First the two meet. Choose a circle, show the code on this screen and read it with the other device. It comes into that circle.
            device.invite = Show a code for {circle}
            device.then = Then hand it the other circles. Choose which one of those you know is your other device. Compare the words: whoever gets your circles can read them.
            device.with = My other device
            device.do = Hand it every circle
            device.again = A circle that you come into later is not handed over by itself: come back here and do this again.
            device.voices = What you began here only this device can change, close or let people into. Begin on the other device what you want to look after there.
            device.none = There is no circle yet. Start or join one first.
            device.done.title = Every circle is on its way
            device.done = On the other device each circle stands on the first page and asks whether you want to go in. It arrives as soon as both have met a relay they share, or each other.
            offer.handed.title = A circle is handed to you
            offer.handed.lead = {who} hands you a circle that they are in.
            offer.handed.text = You come into it as you would through an invitation: what was forgotten stays forgotten.
            offer.handed.do = Go in
            pair.title = Weft at home
            pair.lead = These are the pages of a node in this home. Type the code that stands on the computer's screen; once is enough.
            pair.code = The code
            pair.do = Go in
            pair.wrong = That is not the code. Look at the computer's screen: after five wrong ones there is another code.
            pair.plain = This connection is not encrypted. Whoever is on this network can read along and change what you see, so use it only on one you trust. Reading and writing works as long as the computer runs; installing Weft on this device does not, and the passphrase is typed at the computer alone.
            pair.tls = This connection is encrypted with a certificate made in this home. Weft can also be installed on this device, and then works without the computer.
            pair.app = Open Weft on this device
            pair.certificate = Encrypted: fetch the certificate, compare its fingerprint with the computer's screen, trust it in this device's settings, then open
            pair.shut.title = Weft is shut
            pair.shut = Open Weft at the computer, then load this page again.
            """;

    static final String FR = """
            device.title = Un autre appareil à vous
            device.lead = Un deuxième appareil, par exemple un téléphone à côté de cet ordinateur, est un nœud à part entière. Vous vous connaissez comme deux personnes, et il reçoit tous les cercles.
            device.first = D’abord, les deux se rencontrent. Choisissez un cercle, affichez le code sur cet écran et lisez-le avec l’autre appareil. Il entre dans ce cercle.
            device.invite = Afficher un code pour {circle}
            device.then = Ensuite, remettez-lui les autres cercles. Choisissez qui, parmi vos connaissances, est votre autre appareil. Comparez les mots : celui qui reçoit vos cercles peut les lire.
            device.with = Mon autre appareil
            device.do = Lui remettre tous les cercles
            device.again = Un cercle où vous entrez plus tard n’est pas remis de lui-même : revenez ici et recommencez.
            device.voices = Ce que vous avez commencé ici, seul cet appareil peut le changer, le clore ou y laisser entrer quelqu’un. Commencez sur l’autre appareil ce que vous voulez suivre là-bas.
            device.none = Il n’y a pas encore de cercle. Commencez-en un ou rejoignez-en un d’abord.
            device.done.title = Tous les cercles sont en route
            device.done = Sur l’autre appareil, chaque cercle apparaît sur la première page et demande si vous voulez entrer. Il arrive dès que les deux ont rencontré un relais commun, ou se sont rencontrés.
            offer.handed.title = Un cercle vous est remis
            offer.handed.lead = {who} vous remet un cercle dont il ou elle fait partie.
            offer.handed.text = Vous y entrez comme par une invitation : ce qui a été oublié reste oublié.
            offer.handed.do = Entrer
            pair.title = Weft à la maison
            pair.lead = Voici les pages d’un nœud de cette maison. Tapez le code qui s’affiche sur l’écran de l’ordinateur ; une fois suffit.
            pair.code = Le code
            pair.do = Entrer
            pair.wrong = Ce n’est pas le code. Regardez l’écran de l’ordinateur : après cinq erreurs, il y a un autre code.
            pair.plain = Cette connexion n’est pas chiffrée. Toute personne sur ce réseau peut lire et changer ce que vous voyez ; ne l’utilisez que sur un réseau de confiance. Lire et écrire marche tant que l’ordinateur tourne ; installer Weft sur cet appareil ne marche pas, et la phrase secrète ne se tape que sur l’ordinateur.
            pair.tls = Cette connexion est chiffrée avec un certificat fait dans cette maison. On peut aussi installer Weft sur cet appareil ; il marche alors sans l’ordinateur.
            pair.app = Ouvrir Weft sur cet appareil
            pair.certificate = Chiffré : prenez le certificat, comparez son empreinte avec l’écran de l’ordinateur, acceptez-le dans les réglages de cet appareil, puis ouvrez
            pair.shut.title = Weft est fermé
            pair.shut = Ouvrez Weft sur l’ordinateur, puis rechargez cette page.
            """;

    static final String ES = """
            device.title = Otro dispositivo suyo
            device.lead = Un segundo dispositivo, por ejemplo un teléfono junto a este ordenador, es un nodo propio. Se conocen como dos personas, y recibe todos los círculos.
            device.first = Primero se encuentran los dos. Elija un círculo, muestre el código en esta pantalla y léalo con el otro dispositivo. Entra en ese círculo.
            device.invite = Mostrar un código para {circle}
            device.then = Después entréguele los demás círculos. Elija cuál de las personas que conoce es su otro dispositivo. Compare las palabras: quien recibe sus círculos puede leerlos.
            device.with = Mi otro dispositivo
            device.do = Entregarle todos los círculos
            device.again = Un círculo en el que entre más tarde no se entrega solo: vuelva aquí y hágalo de nuevo.
            device.voices = Lo que empezó aquí solo este dispositivo puede cambiarlo, cerrarlo o dejar entrar a alguien. Empiece en el otro dispositivo lo que quiera atender allí.
            device.none = Todavía no hay ningún círculo. Empiece uno o únase a uno primero.
            device.done.title = Todos los círculos están en camino
            device.done = En el otro dispositivo cada círculo aparece en la primera página y pregunta si quiere entrar. Llega en cuanto los dos hayan encontrado un repetidor común, o se hayan encontrado.
            offer.handed.title = Le entregan un círculo
            offer.handed.lead = {who} le entrega un círculo en el que está.
            offer.handed.text = Entra como con una invitación: lo que se olvidó sigue olvidado.
            offer.handed.do = Entrar
            pair.title = Weft en casa
            pair.lead = Estas son las páginas de un nodo de esta casa. Escriba el código que aparece en la pantalla del ordenador; basta una vez.
            pair.code = El código
            pair.do = Entrar
            pair.wrong = Ese no es el código. Mire la pantalla del ordenador: tras cinco errores hay otro código.
            pair.plain = Esta conexión no está cifrada. Quien esté en esta red puede leer y cambiar lo que usted ve; úsela solo en una red de confianza. Leer y escribir funciona mientras el ordenador esté encendido; instalar Weft en este dispositivo no, y la frase de paso se escribe solo en el ordenador.
            pair.tls = Esta conexión está cifrada con un certificado hecho en esta casa. Weft también se puede instalar en este dispositivo, y entonces funciona sin el ordenador.
            pair.app = Abrir Weft en este dispositivo
            pair.certificate = Cifrado: obtenga el certificado, compare su huella con la pantalla del ordenador, acéptelo en los ajustes de este dispositivo y abra
            pair.shut.title = Weft está cerrado
            pair.shut = Abra Weft en el ordenador y vuelva a cargar esta página.
            """;

    static final String AR = """
            device.title = جهاز آخر لك
            device.lead = الجهاز الثاني، كهاتف إلى جانب هذا الحاسوب، عقدة قائمة بذاتها. تتعارفان كما يتعارف شخصان، ويحصل على كل الحلقات.
            device.first = أولًا يلتقي الجهازان. اختر حلقة، واعرض الرمز على هذه الشاشة، واقرأه بالجهاز الآخر، فيدخل تلك الحلقة.
            device.invite = اعرض رمزًا لـ {circle}
            device.then = ثم سلّمه بقية الحلقات. اختر مَن مِن معارفك هو جهازك الآخر. قارن الكلمات: من يحصل على حلقاتك يستطيع قراءتها.
            device.with = جهازي الآخر
            device.do = سلّمه كل الحلقات
            device.again = الحلقة التي تدخلها لاحقًا لا تُسلَّم من تلقاء نفسها: عد إلى هنا وكرّر ذلك.
            device.voices = ما بدأته هنا لا يستطيع تغييره أو إغلاقه أو إدخال أحد إليه إلا هذا الجهاز. ابدأ على الجهاز الآخر ما تريد متابعته هناك.
            device.none = لا توجد حلقة بعد. ابدأ واحدة أو انضم إلى واحدة أولًا.
            device.done.title = كل الحلقات في الطريق
            device.done = على الجهاز الآخر تظهر كل حلقة في الصفحة الأولى وتسأل إن كنت تريد الدخول. تصل حالما يلتقي الجهازان بمحطة مشتركة أو يلتقيان.
            offer.handed.title = تُسلَّم إليك حلقة
            offer.handed.lead = يسلّمك {who} حلقة هو فيها.
            offer.handed.text = تدخلها كما تدخل بدعوة: ما نُسي يبقى منسيًا.
            offer.handed.do = ادخل
            pair.title = Weft في البيت
            pair.lead = هذه صفحات عقدة في هذا البيت. اكتب الرمز الظاهر على شاشة الحاسوب؛ مرة واحدة تكفي.
            pair.code = الرمز
            pair.do = ادخل
            pair.wrong = ليس هذا هو الرمز. انظر إلى شاشة الحاسوب: بعد خمس محاولات خاطئة يظهر رمز آخر.
            pair.plain = هذا الاتصال غير مشفّر. من كان على هذه الشبكة يستطيع أن يقرأ ما تراه وأن يغيّره، فلا تستعمله إلا على شبكة تثق بها. القراءة والكتابة تعملان ما دام الحاسوب يعمل؛ أما تثبيت Weft على هذا الجهاز فلا يمكن من هنا، وعبارة المرور تُكتب على الحاسوب وحده.
            pair.tls = هذا الاتصال مشفّر بشهادة صُنعت في هذا البيت. يمكن أيضًا تثبيت Weft على هذا الجهاز، فيعمل عندها بلا الحاسوب.
            pair.app = افتح Weft على هذا الجهاز
            pair.certificate = مشفّر: خذ الشهادة، وقارن بصمتها بما على شاشة الحاسوب، وثق بها في إعدادات هذا الجهاز، ثم افتح
            pair.shut.title = Weft مغلق
            pair.shut = افتح Weft على الحاسوب، ثم أعد تحميل هذه الصفحة.
            """;

    private DeviceTexts() {}
}
