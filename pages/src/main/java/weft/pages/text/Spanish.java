package weft.pages.text;

/** Spanish. */
final class Spanish {
    private static final String TEXTS = """
            language.plural = SPANISH
            language.firstDay = MONDAY
            list.comma = ,\s
            date.today = hoy
            date.tomorrow = mañana
            date.yesterday = ayer
            date.weekdays = lunes|martes|miércoles|jueves|viernes|sábado|domingo
            date.months = enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
            date.withoutYear = {weekday}, {day} de {month}
            date.withYear = {weekday}, {day} de {month} de {year}
            when.moment = {date}, {time}
            when.span = {from} a {until}
            when.from = desde: {from}
            when.until = hasta: {until}
            when.whenever = cuando sea

            app.name = Weft
            app.foot = Lo que termina se olvida. Aquí no se cuenta nada.
            nav.label = Páginas
            nav.skip = Ir al contenido
            nav.circles = Círculos
            nav.settings = Ajustes
            nav.languages = Idioma
            live.changed = Esta página ha cambiado.
            do.save = Guardar
            do.back = Volver
            name.me = tú
            name.stranger = {second} {first}
            form.faults.one = Hay una cosa que revisar
            form.faults.other = Hay {n} cosas que revisar

            welcome.title = Te damos la bienvenida
            welcome.lead = Weft reúne a personas que comparten lo que necesitan y lo que saben hacer. Nadie lo dirige, y todo queda en tu propia máquina.
            welcome.invited = Me han invitado
            welcome.invited.text = Alguien te dio un enlace o un código: únete a su círculo.
            welcome.start = Crear un círculo
            welcome.start.text = Empieza con tu calle, tu cocina o tus amistades, e invítalas después.
            circles.title = Tus círculos
            invitations.title = Invitaciones en curso
            reach.in-step = Al día
            reach.catching-up = Poniéndose al día
            reach.alone = No se alcanza a nadie; lo que escribas espera aquí

            circle.new.title = Crear un círculo
            circle.new.lead = Un círculo es un grupo de personas que ven el mismo tablón. Todas pueden hacer lo mismo en él.
            circle.new.more = Repetidores y olvido
            circle.new.do = Crear el círculo
            circle.name = Nombre
            circle.name.hint = Solo tú ves este nombre; las demás personas eligen el suyo.
            circle.relays = Repetidores
            circle.relays.hint = Donde se dejan las cartas, una dirección por línea, que empiece por wss:// o ws://. Los repetidores no pueden leerlas. Sin ellos funciona entre personas de la misma red.
            circle.grace = Días de margen
            circle.grace.hint = Cuántos días después de su último día se guarda algo antes de olvidarlo: 1, o hasta 28 si las noticias viajan en mano.
            circle.settings.title = Sobre este círculo
            circle.forget.title = Olvido
            circle.forget.text.one = Lo que termina se destruye en cada máquina {n} día después de su último día.
            circle.forget.text.other = Lo que termina se destruye en cada máquina {n} días después de su último día.

            board.postNeed = Necesito algo
            board.postOffer = Puedo ofrecer algo
            board.invite = Invitar
            board.plain = Lista para pegar en un chat
            board.choose = Elegir lo que se muestra
            board.side = Necesidades u ofertas
            board.both = Necesidades y ofertas
            board.only.need = Solo necesidades
            board.only.offer = Solo ofertas
            board.kind = Tipo
            board.anyKind = Cualquier tipo
            board.ended = También lo terminado
            board.filter = Mostrar
            board.list = Necesidades y ofertas
            board.empty = Ahora mismo no se pide ni se ofrece nada.
            board.nothingFits = Nada coincide. Pide menos cosas o borra las palabras.
            board.mine = Tuyo
            board.inside = Te han dejado entrar
            board.pages = Páginas de la lista
            board.page = {page} de {pages}
            board.earlier = Anterior
            board.later = Más
            side.need = Necesidad
            side.offer = Oferta
            stage.open = Abierto
            stage.answered = Con respuesta
            stage.in-hand = Alguien se ocupa
            stage.done = Hecho
            stage.no-longer = Ya no hace falta
            stage.fading = Se desvanece
            plain.title = Necesidades y ofertas, {date}
            plain.need = SE NECESITA
            plain.offer = SE OFRECE

            kind.food = comida
            kind.cooking = cocina
            kind.errands = recados
            kind.a lift = llevar en coche
            kind.transport = transporte
            kind.childcare = cuidado de niños
            kind.care = cuidados
            kind.company = compañía
            kind.health = salud
            kind.repairs = reparaciones
            kind.tools = herramientas
            kind.clothes = ropa
            kind.furniture = muebles
            kind.housing = vivienda
            kind.moving = mudanza
            kind.translation = traducción
            kind.paperwork = papeleo
            kind.learning = aprendizaje
            kind.technology = informática
            kind.animals = animales
            kind.garden = huerto
            kind.other = otra cosa

            post.title.need = Pedir algo
            post.title.offer = Ofrecer algo
            post.side = ¿Qué es?
            post.side.need = Una necesidad
            post.side.offer = Una oferta
            post.what = Qué, en una línea
            post.what.hint = Todo el círculo puede leerlo. No pongas nombres ni direcciones.
            post.text = Más detalles
            post.text.hint = Si hay algo más que saber.
            post.kind = Tipo
            post.kind.hint = Elige uno o escribe tu propia palabra.
            post.where = Dónde, más o menos
            post.where.hint = Una esquina o un barrio, no una dirección.
            post.from = Desde
            post.from.hint = Vacío: cuando sea.
            post.until = Hasta
            post.until.hint = Vacío: sin límite.
            post.forWhom = ¿Para quién?
            post.forWhom.me = Para mí
            post.forWhom.other = Para otra persona
            post.languages = Idiomas que sirven (dilo solo si importa)
            post.languages.more = Más idiomas
            post.lastDay = Último día
            post.lastDay.hint = Después de este día se olvida en todas las máquinas.
            post.aside = Solo para quien dejes entrar
            post.aside.hint = Una dirección exacta, un teléfono, un nombre. Nadie lo ve hasta que dejes entrar a alguien que haya respondido, y entonces solo esa persona.
            post.do = Publicar
            revise.title = Cambiar el texto

            thread.forSomeoneElse = para otra persona
            thread.hide = No mostrarme esto más
            fact.when = Cuándo
            fact.where = Dónde
            fact.point = Cerca de (unos 500 m)
            fact.kind = Tipo
            fact.languages = Idiomas
            fact.by = De
            fact.for = Para
            fact.written = Publicado
            fact.lastDay = Último día
            stage.sentence.open = Nadie se ocupa todavía.
            stage.sentence.open.mine = Nadie ha respondido todavía.
            stage.sentence.answered = Alguien ha respondido.
            stage.sentence.answered.mine = Alguien ha respondido. Deja entrar a quien encaje.
            stage.sentence.in-hand = Alguien se ocupa.
            stage.sentence.in-hand.mine = Has dejado entrar a alguien.
            stage.sentence.in-hand.inside = Te ocupas tú.
            stage.sentence.done = Está hecho y pronto se olvidará.
            stage.sentence.no-longer = Ya no hace falta y pronto se olvidará.
            stage.sentence.fading = Su último día ha pasado; se está olvidando.
            answers.title = Respuestas
            answers.yours = Tu respuesta
            answers.none = Aún no hay respuestas. Aparecerán aquí, y solo tú puedes leerlas.
            answer.title.need = ¿Puedes ayudar?
            answer.title.offer = ¿Te interesa?
            answer.text = Tu respuesta
            answer.hint = Solo la persona que publicó esto puede leerla.
            answer.do = Enviar la respuesta
            answer.letIn = Dejar entrar
            answer.letIn.hint = Entonces verá lo que está escrito solo para quien dejes entrar.
            answer.inside = Ha entrado: ve lo que hay más abajo.
            answer.youAreInside = Te han dejado entrar: los detalles están más abajo.
            answer.waiting = Enviada. Aquí verás si te dejan entrar.
            answer.withdrawn = Al final no puede.
            answer.cantAfterAll = Al final no puedo
            aside.title = Solo para quienes han entrado
            aside.hint = Lo leen la persona que publicó esto y quienes ella deja entrar, nadie más.
            aside.none = Todavía no hay nada escrito aquí.
            aside.say = Escribir aquí
            aside.do = Enviar a quienes han entrado
            mine.title = Esto es tuyo
            mine.done = Está hecho
            mine.noLonger = Ya no hace falta
            mine.revise = Cambiar el texto
            mine.extend = Cambiar el último día
            close.done.title = ¿Está hecho?
            close.done.do = Sí, está hecho
            close.noLonger.title = ¿Ya no hace falta?
            close.noLonger.do = Sí, quitarlo
            close.text = Sale ahora del tablón y, un día después, se olvida en todas las máquinas, con sus respuestas y detalles. No se puede deshacer.
            extend.title = Cambiar el último día
            extend.text = Su último día: {date}. Puedes moverlo más adelante.
            extend.do = Mover el último día
            withdraw.title = ¿Al final no puedes?
            withdraw.text = La persona que lo pidió lo sabrá enseguida, para poder encontrar a alguien más. Tu respuesta se retira.
            withdraw.do = No, al final no puedo
            hide.title = ¿No mostrarte esto más?
            hide.text = Deja de verse en tu máquina. Las demás personas lo ven como antes.
            hide.do = No mostrarlo

            invite.title = Invitar a alguien
            invite.lead = Hacer una invitación a {circle}.
            invite.once = Sirve para una persona, una vez, durante siete días.
            invite.past = Quien se une ve lo que está abierto ahora y lo que venga, nunca lo terminado.
            invite.all = En un círculo cada persona puede hacerlo todo, y las copias no se recuperan: invita a quien confiarías el tablón.
            invite.do = Hacer una invitación
            invitation.title.mine = Tu invitación
            invitation.title.theirs = Unirse
            invitation.stage.waiting = A la espera de que se use.
            invitation.stage.knocking = A la espera de quien te invitó. Su máquina tiene que estar encendida; esta página cambia sola.
            invitation.stage.met = Las dos máquinas se han encontrado. Comparad las palabras.
            invitation.stage.done = Hecho: el círculo se ha entregado.
            invitation.stage.used = Otra persona ha usado esta invitación. Pide una nueva y dilo: puede que otros hayan visto el enlace.
            invitation.stage.late = Sus siete días han pasado. Pide una nueva.
            invitation.stage.gone = El círculo al que llevaba ya no está en esta máquina.
            invitation.valid = Sirve hasta: {date}.
            invitation.qr = La invitación como código QR
            invitation.link = O entrega este enlace
            invitation.link.hint = Dáselo solo a la persona para quien es, por un camino que otros no lean.
            invitation.file.title = Como archivo
            invitation.file.lead = Para una memoria USB o un mensaje: el archivo solo se abre con la frase secreta. Di la frase por otro camino que el archivo.
            invitation.file.passphrase = Frase secreta para el archivo
            invitation.file.hint = Varias palabras que nadie adivinaría.
            invitation.file.do = Guardar como archivo
            invitation.copy = Copiar el enlace
            invitation.copied = Copiado
            invitation.toBoard = Al tablón
            check.title = Comparad estas palabras
            check.text = Leéoslas por teléfono o cara a cara. Tenéis que ver las mismas cuatro, en el mismo orden.
            check.differ = Si no coinciden, alguien se ha puesto en medio. No escribas nada; haced una invitación nueva.
            join.title = Unirse a un círculo
            join.lead = Pega el enlace que te dieron.
            join.link = Invitación
            join.link.hint = Empieza por weft:
            join.file = O elige el archivo de una invitación
            join.passphrase = Frase secreta del archivo
            join.passphrase.hint = Solo si la invitación vino como archivo.
            join.name = ¿Cómo llamarás a este círculo?
            join.name.hint = Solo tú ves este nombre.
            join.do = Unirme

            settings.title = Ajustes
            relays.title = Repetidores
            relays.hint = Los repetidores guardan cartas cifradas hasta que todo el mundo las tiene. No pueden leerlas.
            relays.none = Sin repetidores. Esta máquina solo alcanza a personas de la misma red.
            relays.waiting.one = {n} carta espera a ser enviada.
            relays.waiting.other = {n} cartas esperan a ser enviadas.
            relay.connected = Conectado
            relay.connecting = Aún sin conectar
            relay.trouble = No se alcanza por ahora; se sigue intentando
            relay.trouble.refused = Rechaza las conexiones; se sigue intentando
            relay.trouble.unreachable = No se alcanza; se sigue intentando. Revisa la dirección y tu red.
            relay.trouble.auth-required = Pide una identificación que Weft no da. Usa otro repetidor.
            relay.trouble.garbled = No habla el protocolo de los repetidores. Revisa la dirección.
            relay.trouble.bad-address = No es una dirección de repetidor. Empieza por wss:// o ws://.
            relay.trouble.not-encrypted = Su dirección tiene que empezar por wss://, porque no está en tu propia red.
            relay.trouble.silent = Ha dejado de responder; se sigue intentando
            relay.trouble.no-relay = Hay algo en esta dirección, pero no es un repetidor. Revisa la dirección.
            relay.trouble.bad-certificate = Su certificado no es de fiar. Revisa la dirección y la fecha de esta máquina.
            relay.trouble.closed = Cerró la conexión; se sigue intentando
            relay.trouble.too-slow = Es demasiado lento para recibir lo que se envía; se sigue intentando
            relay.trouble.too-large = Envió más de lo permitido; se sigue intentando
            passphrase.title = Frase secreta
            passphrase.text = Todo en esta máquina está cerrado con tu frase secreta. Nadie puede recuperarla por ti.
            clock.short = La fecha de esta máquina ha saltado, así que no se olvida nada.
            clock.look = Revisar la fecha
            clock.title = ¿Es correcta la fecha?
            clock.text = Según esta máquina, hoy es {date}. Su reloj se ha movido más de tres días, así que no se destruye nada hasta que lo mires. Si la fecha está mal, pon en hora el reloj.
            clock.do = La fecha es correcta

            refused.title = No ha sido posible
            refused.back = Volver
            refusal.no-such-circle = Este círculo ya no está en esta máquina.
            refusal.no-such-thread = Esto ya no está; había terminado y se ha olvidado.
            refusal.no-such-entry = Esa respuesta ya no está. Mira la página otra vez.
            refusal.not-yours = Solo puede hacerlo la persona que publicó esto.
            refusal.your-own = Esto es tuyo; no puedes responderlo.
            refusal.already-answered = Ya has respondido. Cuando te dejen entrar podrás escribir más.
            refusal.over = Esto ha terminado y no admite más palabras.
            refusal.not-inside = Solo pueden escribir aquí quienes han entrado.
            refusal.no-title = Di en una línea qué es.
            refusal.too-long = Es demasiado largo para enviarlo. Acorta el texto.
            refusal.malformed = Algo del formulario no está bien. Revisa cada campo.
            refusal.bad-day = Elige un último día desde hoy, dentro de los próximos 400 días.
            refusal.not-an-invitation = Esto no es una invitación. Pega el enlace entero; empieza por weft:
            refusal.invitation-altered = Faltan letras en este enlace o han cambiado. Cópialo otra vez, entero.
            refusal.invitation-newer = Esta invitación viene de un Weft más nuevo. Actualiza el tuyo e inténtalo de nuevo.
            refusal.invitation-late = Los siete días de esta invitación han pasado. Pide una nueva.
            refusal.wrong-passphrase = Esta frase secreta no abre el archivo. Pregunta a quien te lo dio.
            refusal.no-such-invitation = Esta invitación ya se usó o ha pasado. Haz una nueva.
            refusal.already-in = Ya estás en este círculo.
            refusal.bad-relay = La dirección de un repetidor empieza por wss:// o ws://, una por línea, ocho como mucho.
            refusal.no-name = Ponle un nombre.
            refusal.not-stored = Esta máquina no pudo guardarlo. Libera espacio en el disco e inténtalo de nuevo.
            fault.tooLong = Es demasiado largo; acórtalo.
            fault.side = Elige si es una necesidad o una oferta.
            fault.grace = Elige de 1 a 28 días.
            fault.point = El punto no es una latitud y una longitud.
            fault.moment = Escribe una fecha y una hora, como 2026-11-24T18:30.
            fault.untilBeforeFrom = Termina antes de empezar.
            fault.lastDayBeforeUntil = El último día llega antes de que termine. Elige un día posterior.
            fault.notFurther = Elige un día posterior al último día actual.
            fault.languages = Elige diez idiomas como mucho.
            fault.noWords = Escribe algo primero.
            fault.noLink = Pega el enlace que te dieron.
            fault.passphraseShort = Esta frase secreta es demasiado corta. Usa varias palabras.

            door.begin.title = Elige una frase secreta
            door.begin.text = Cierra todo lo que Weft guarda en esta máquina. La escribes cada vez que arranca.
            door.begin.lost = Apúntala y guárdala en un lugar seguro. Si se pierde, nadie podrá volver a abrir esto.
            door.begin.choose = Frase secreta
            door.begin.hint = Al menos {n} caracteres. Cuatro o cinco palabras sin relación van bien.
            door.begin.again = La misma otra vez
            door.begin.do = Empezar
            door.begin-different = Las dos no son iguales. Escríbelas otra vez.
            door.begin-short = Es demasiado corta. Usa al menos {n} caracteres.
            door.begin-not-stored = El disco está lleno o no se puede escribir en él. Libera espacio e inténtalo de nuevo.
            door.locked.title = Abrir
            door.locked.passphrase = Frase secreta
            door.locked.hint = La que elegiste cuando Weft arrancó aquí por primera vez.
            door.locked.do = Abrir
            door.locked-wrong = Esa no es la frase secreta. Revisa el idioma del teclado y las mayúsculas, e inténtalo de nuevo.
            door.locked-damaged = Los archivos que guardan tus claves están dañados. Repón una copia de la carpeta si la tienes; si no, empieza en una carpeta nueva y pide que te inviten otra vez.
            door.opening.title = Abriendo
            door.opening.text = Un momento: se está leyendo lo guardado aquí. Esta página sigue sola.
            door.json.begin = Aún no se ha elegido una frase secreta. Abre primero Weft en un navegador.
            door.json.locked = Weft está cerrado. Ábrelo primero.
            door.json.opening = Weft se está abriendo. Inténtalo de nuevo en un momento.

            trouble.title = Aquí no
            trouble.home = A la primera página
            trouble.not-found = No hay nada en esta dirección.
            trouble.no-such-circle = Este círculo no está en esta máquina.
            trouble.no-such-thread = Esto no está. Si había terminado, se ha olvidado.
            trouble.no-such-invitation = Esta invitación no está en esta máquina.
            trouble.wrong-method = Esta dirección no se usa así. Vuelve y usa los botones de la página.
            trouble.no-start-token = Este navegador no tiene paso. Abre el enlace que Weft mostró al arrancar.
            trouble.stale-form = Esta página llevaba demasiado tiempo abierta y no se cambió nada. Vuelve, cárgala de nuevo y envíala otra vez.
            trouble.too-much = Era demasiado a la vez. Acorta el texto.
            trouble.not-understood = No se pudo entender y no se cambió nada. Vuelve e inténtalo de nuevo.
            trouble.stopping = Weft se está cerrando. Arráncalo de nuevo para seguir.
            trouble.broken = Algo se rompió dentro de Weft. No se ha perdido nada. Vuelve e inténtalo de nuevo.
            rounds.title = Recorridos
            rounds.elsewhere = Los recorridos se planean en un ordenador. Abre allí este círculo; lo que ves aquí también está allí.
            """;

    /** Gentle words of nature, light, colour and mood; in step with {@link #SECOND} where the language asks for that. */
    private static final String FIRST = """
            tranquilo suave sereno claro vivo plácido discreto ligero cordial rápido ágil flexible valiente leal paciente prudente risueño alegre
            feliz contento amable amistoso fiel franco honrado sincero modesto humilde noble bravo audaz sólido cariñoso tierno elegante esbelto
            redondo rizado ondulado afable sedoso aterciopelado satinado zafiro trenzado tejido bordado pintado moteado punteado jaspeado cobalto
            crestado anillado alado coronado amplio alto hondo solícito abierto oculto secreto callado cantor silbador murmurante susurrante
            sonriente danzante saltarín rodante flotante planeador volador nadador afectuoso ameno andariego viajero reposado soñador grato
            despierto atento curioso listo sabio pensativo hábil diestro servicial dispuesto fresco entusiasta dulce especiado mentolado ingenioso
            esmerado afrutado alimonado anaranjado rosado dorado plateado floreciente delicado ambarino azulado azul verde rojizo marfileño
            nacarado coralino escarlata púrpura violeta índigo malva bermellón turquesa esmeralda oliváceo azafranado ocre leonado castaño
            ceniciento verdoso boscoso frondoso herboso musgoso arenoso pedregoso rocoso brumoso nublado lluvioso nevado escarchado helado ventoso
            aireado soleado lunar estrellado solar tormentoso estival invernal otoñal primaveral matinal vespertino nocturno diurno crepuscular
            tardío temprano lejano cercano vecino antiguo joven nuevo grande pequeño menudo diminuto espigado llano sinuoso reluciente brillante
            resplandeciente centelleante chispeante tornasolado radiante luminoso límpido animado boreal austral florido maravillado costero
            alpino isleño fluvial lacustre marino forestal campestre hortelano montañés polar tropical meridional septentrional desértico
            terrestre celeste acuático aéreo rural musical melodioso sonoro afelpado cálido cuidadoso vivaz alerta gallardo bondadoso generoso
            hospitalario acogedor confiado apacible constante estable firme recto entero sencillo natural silvestre libre cristalino opalino
            perlado granate lustroso pulido cincelado labrado sosegado templado espontáneo cantarín juguetón travieso dichoso jovial gentil cortés
            sutil fino grácil airoso garboso
            """;

    /** Birds, trees, plants and quiet things. */
    private static final String SECOND = """
            colibrí petirrojo gorrión vencejo estornino mirlo ruiseñor canario jilguero alcaraván pinzón escribano gavilán arrendajo cuervo búho
            mochuelo milano halcón algarrobo flamenco ibis cisne azor ánade somormujo rascón urogallo andarríos zarapito correlimos ostrero
            frailecillo cormorán petrel cuco oriol ampelis faisán tejón erizo lirón topillo castor ciervo corzo alce reno íbice rebeco lince zorro
            oso delfín carbonero tritón salmón lucio barbo abejorro grillo escarabajo saltamontes caracol roble fresno olmo abedul aliso sauce
            álamo chopo avellano carpe tilo arce castaño nogal serbal espino acebo tejo pino abeto alerce cedro enebro ciprés olivo laurel manzano
            peral níspero cerezo lentisco albaricoquero melocotonero almendro limonero naranjo moral arándano saúco jazmín rosal lirio narciso
            tulipán azafrán girasol tomillo romero orégano trébol helecho musgo liquen brezo tojo junco carrizo trigo centeno mijo maíz lino
            herrerillo cerro valle prado arroyo río lago estanque islote puerto guijarro cristal coral lucero cometa sol viento céfiro rocío copo
            relámpago otoño invierno verano amanecer mediodía atardecer sendero camino puente molino faro campanario jardín huerto bosque soto
            monte peñasco glaciar volcán desierto pozo manantial tambor violín oboe laúd cascabel carillón estribillo velero bote colirrojo farol
            candil cesto tapiz lazo botón huso telar ovillo paño terciopelo algodón pan pastel okapi queso racimo wapití geco puerro perejil
            hinojo comino jengibre cacao bambú cocotero jacarandá magnolio hibisco loto nenúfar papiro baobab eucalipto tamarisco ginkgo sicomoro
            mimbre guacamayo turpial cordero sinsonte gallo tinamú tucán quetzal cóndor ñandú pelícano albatros pingüino gamo muflón heliotropo
            antílope alelí clavel geranio canguro koala panda armadillo carpintero zorzal abejaruco boj madroño agateador mosquitero mirto
            reyezuelo acentor piquituerto camachuelo lúgano
            """;

    private Spanish() {}

    static Language language() {
        // Joined when it runs: one constant of all would be longer than a class may hold.
        return Language.read("es", String.join("", TEXTS + PeopleTexts.ES + FindTexts.ES + PracticeTextsEs.TEXTS + CalendarTexts.ES
                + CarryTexts.ES, ThingTexts.ES, MapTexts.ES, NewsTexts.ES, DeviceTexts.ES), FIRST, SECOND);
    }
}
