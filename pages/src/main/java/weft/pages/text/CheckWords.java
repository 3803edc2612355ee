package weft.pages.text;

import java.util.List;

/**
 * The words that two people compare aloud: 2,048 short English words, told apart by their first four letters. Shared by
 * all languages, since both sides must see the same ones. The order is part of the protocol: it never changes.
 */
public final class CheckWords {
    private static final List<String> WORDS = List.of("""
            abbey able aboard acid acorn acre acrobat act actor adapt add admire adobe adult afford after again age agent agile agree ahead aim air
            airport aisle alarm album alcove alder alert algebra alike alive alley almond aloe alone alpine also alter always amber amount amuse anchor
            angle animal ankle answer ant anthem antler anvil apart appear apple april apron arch area arena argue ark arm armor aroma around arrive
            arrow art artist ash aside ask asleep aspen atlas atom attend attic august aunt autumn avocado avoid awake away awning axis baby bacon badge
            bag bagel bake ball bamboo banana band banjo bank banner banquet barber barge bark barley barn barrel base basic basket bassoon batch bath
            batter bay beach bead beak beam bean beard beauty beaver become bedroom bee beech beef beet before begin behave behind bell below belt bench
            bend beret berry beside best better beyond bicycle bike billow bind birch bird biscuit bison bite black blade blanket blaze blend blessing
            blink block bloom blossom board boat bobbin body boil bold bolt bone bonfire bonnet bonus book boot border borrow bottle boulder bounce
            bouquet bow bowl box bracket brain bramble branch brass brave bread breeze brick bridge brief bright bring broad bronze brook broth brown
            brush bubble bucket bud budget buffalo buggy bugle build bulb bumper bundle bunny bureau burger burrow bush butler butter buyer buzz cabbage
            cabin cable cactus cafe cake calcium calf calico call calm camel camp canal candy canoe canteen canvas canyon cap cape capital captain car
            carafe carbon card cargo carol carpet carry cart carve case cashew castle cat catalog catch cause cave cedar ceiling celery cello cement
            center chain chalk chamber chant chapel charm chat cheap check cheek cherry chess chicken chief child chime chin chip chive choice choose
            chorus cicada cider cinema circle citizen city civil claim clap clasp clay clean clerk clever cliff climb clinic clip cloak clock close
            cloth cloud clover clown club clue coach coal coast coat cobalt cobble cockpit cocoa code coffee coil coin cold collar color column comb
            come comfort comic comma compass concert cone conifer cook cool copper copy coral core cork corn correct cosmos cost cotton couch count
            couple court cousin cover cow coyote crab cradle craft crane crater crayon cream creek crew cricket crisp crochet crop cross crouton crowd
            cruise crumb crust crystal cube cuddle culture cup curfew curl current curtain curve cushion custom cutlery cycle cymbal cypress dahlia
            daily dairy daisy damson dance daring dark dash date dawn day deal debate decade decide deck decoy deep define degree delay deliver delta
            den denim dentist depend depth deputy desert design desk dessert detail develop diagram dial diamond diary dice diesel diet differ dig digit
            dinghy dinner dip diploma direct disco dish dive divide docile dock doctor dog doll dolphin domain dome domino donkey door dot double dough
            dove down dozen draft dragon drama draw dream dress drift drill drink drive drop drum dry duck duet dune during dust duty duvet dwell dynamo
            eager eagle early earn earring earth easel east easy eat echo eclipse edge edit eel effort egg eight either elastic elbow elder elegant
            element eleven elf elk elm embark ember emblem emerald emperor empty enable enamel encore end endless energy engine engrave enjoy enough
            enter entire entry episode equal era errand essay estate eternal even ever evolve exact example excite exhibit exist exit exotic expand
            expect explain express extra eyebrow fabric face factor fairy faith falcon fall fame family famous fan fancy far farm fashion fast father
            faucet favor feast feather feed feel fellow fence fennel fern ferry fetch fiber fiddle field fiesta fig figure file film filter final finch
            find fine finger finish fire firm first fish fit five flag flake flame flannel flash flat flavor fleet flight flint float flock flood
            florist flow fluid flute fly foam focus fog foil fold follow food foot forest forget fork form fort forum forward fossil found four fox
            foyer frame freckle free freight fresh fridge friend frisbee frog front frost frozen fruit fudge fuel full fun funny furnace future gable
            gadget gain galaxy gallop game gander gap garage garden garlic garment garnet gate gather gauge gazebo gear gelato gem general genius gentle
            genuine gesture geyser giant gift giggle ginger giraffe give glacier glad glance glass glide glimmer globe glory gloss glove glow glue gnome
            goal goat goblet gold golf gondola good goose gopher gorge gourmet gown grace grade grain grammar grand grape grass gravy green grid grill
            grin grip grocery grotto group grove grow guard guava guess guide guitar gulf gull gum gust gymnast habit haddock half halibut hall halo
            hamlet hammer hamster hand hanger happy harbor hard harmony harness harp harvest hat hatch haven hawk hay hayloft hazel head health heap
            hear heat heavy hedge height helium helmet help hen herb heron hiccup hidden high hiking hill hint hip history hobby hockey hold holiday
            holly home honey hood hoof hook hope horizon horn horse host hotel house hover hub huddle huge human humble hummus humor hundred hunt hurry
            hut hybrid ice iceberg icicle icon idea igloo iguana image impact improve inch include income index indigo indoor infant inform inhale ink
            inkwell inlet inn inner input insect inside inspire instead intern invent invite iris iron island item ivory ivy jacket jade jaguar jam
            january jar jasmine javelin jaw jazz jeans jelly jersey jetty jewel jigsaw jingle job jockey jog join joke jolly journal jovial joy jubilee
            judge juggle juice july jump june jungle junior jury just kayak keen keep kennel kernel kettle key keyhole keynote kick kid kidney kimono
            kind kingdom kinship kiosk kitchen kite kitten kiwi knee knit knock knuckle koala label labor lace ladder ladle lady lagoon lake lamb lamp
            land lane lantern lap larch large lark lasagna lasso last latch late lattice laugh launch laurel lava lawn layer lazy leader leaf league
            lean learn leather leave lecture ledge left leg legend leisure lemon lend length lens lentil leopard lesson letter level liberty library
            license lid life lift light like lilac lily limb lime limit line link linseed lion liquid list little live lizard llama load loaf lobster
            local lock lodge loft logic long look loom loop lotus loud lounge love loyal lucky luggage lullaby lumber lunar lunch lung lute luxury lyric
            machine magenta magic magnet magpie mailbox major make mallard mammal mango manor mansion mantle manual maple marble march margin marina
            mark marmot marquee marsh mascot mask mast match math matinee matter may mayor maypole meadow meal meander measure media meerkat melon
            member memory mentor menu mercy merge mermaid merry message metal meteor method metro midday midway mile milk mill mimic mind mineral minnow
            minor mint minute mirror mitten mix mobile model moment monday money monitor monkey month moon moose moped moral mosaic mosque moss moth
            motion motor motto mouse mouth move movie much mud muffin mule mural museum music mustard mutual mystery myth nail name nanny napkin narrow
            nation nature navy near neat nebula neck nectar needle neither nephew nest net nettle network neutral never newborn news next nice nickel
            niece nimble nine noble nod noise nomad noodle noon normal north nose notable note notice novel now nugget number nurse nut nutmeg nylon oak
            oar oasis oat oatmeal obey object oboe oboist observe obtain ocean october odd offer office often oil okay old olive omelet once onion
            online only onward opal open opera opinion opossum option orange orbit orchid order organ orient origin osprey ostrich other otter ounce
            outdoor outer outfit outline outpost oval oven over owl own owner oxygen oyster ozone pace pacific pack paddle padlock page paint pajamas
            palace palette palm pan pancake panda panel pants papaya paper parade parcel parent park parlor parrot parsley part pass past patch path
            patio pattern pave paw peach peak peanut pearl peasant pebble pecan peel pelican pen pencil pendant penguin people pepper perch perfect
            pergola permit person pet petunia phone photo phrase piano piccolo picket picnic picture pie pier pig pigeon pile pillar pilot pinball pinch
            pine pink pioneer pipe pitch pixel pizza place plan plaster plate play plaza please pledge plenty plow plum plus pocket podium poem poet
            point polar polish polka pollen pond pony pool popcorn poppy porch port post potato potluck pottery pouch pound powder power praise prefer
            prelude press pretty print prism problem process program project promise proof proper proud provide public puddle pueblo puffin pull pulp
            pulse pump punch pupil puppy pure purple purse push puzzle pyramid quail quality quantum quarry quest quick quiet quill quince quit quiz
            quote rabbit raccoon race rack radar radio raft rail rainbow raisin rally ramble ramp ranch range rapid rare rather raven ravine raw ray
            reach ready real reason recall recipe record recycle reed reef referee reflect refuge regard region regular rejoice relax release relief
            remain remedy remind remote rent repair repeat reply report rescue resin rest result retire return reunion reveal review rhubarb rhyme
            rhythm ribbon rice rich riddle ride ridge rigid ring ripple rise river rivulet road roast robin robot rock rod roof room rooster rope rotate
            rotunda rough round row rowboat royal rubber ruby rudder ruffle rug rule rumble run runway rural rush rust rye saddle safari safe saffron
            sage sailor salad salmon salon salsa salt salute same sample sand sapling sardine satchel satin sauce sauna savanna save savor sawdust scale
            scan scarf scatter scene school science scoop scout scrap screen scroll seagull seal search season seat seaweed second secret section seed
            seek segment select senior sense series serve sesame session settle setup seven shade shake shallow shape share shed sheep shelf sherbet
            shield shift shine ship shirt shoe shop shore shovel show shrub shuffle shuttle sibling side sign silence silk silly silver similar simple
            since sing sink siren sister six size skate sketch ski skill skip skirt sky skyline slalom slate sleep slice slide slim slipper slope slow
            small smart smile smoke smooth snack snail snorkel snow soap soccer social sock sofa soft soil solar solid solo solve sonata song soon
            soprano sort sound soup source south soy space spaniel spark spatula speak special speed spell spend sphere sphinx spice spider spike
            spinach spiral split sponge spoon sport spot spray spread spring sprout spruce square squid stable stack stadium staff stage stairs stamp
            stand staple star state stay steam steep stem stencil step stereo stew stick still stirrup stone stool stop stork stove strap stream string
            strong strudel studio style subject submit suburb subway success sugar suggest suit summer sunday sunrise sunset supper sure surf suspend
            swallow swamp swan sweater sweep swift swim swing switch swivel symbol syrup system table tackle tactic tadpole tailor take talent talk tall
            tango tank tape target tartan task taste tavern taxi teach team teapot teeth tell tempo ten tenant tender tennis tent term terrace test text
            thank theater theme theory thermos thick thimble thing third thistle thorn three thrive throat thumb thunder thyme ticket tidy tie tiger
            tile timber time tin tinsel tiny tip tissue title toast today toddler toffee toilet token tomato tone tongue tonight tool tooth top topaz
            topic torch tornado total touch tour toward towel town toy track trade traffic trail trapeze travel tray treat tree trellis trend tribute
            trick trinket trip trolley trout truck true truffle trumpet trunk trust truth try tub tube tuesday tulip tumble tuna tundra tunnel turban
            turkey turn turtle tutor tuxedo twelve twenty twice twig twin twist type typhoon typical ukulele uncle under undo unfold unicorn uniform
            union unique unit unlock until unusual unveil update upgrade uphold uplift upon upper upright urban urge usage use useful usher usual
            utensil vacant vacuum valid valley value van vanilla vapor various vast vault velvet vendor venture venue veranda verb verse very vessel
            vest veteran viaduct video view village vine vintage vinyl violet visa visit vista visual vital vivid vocal voice volcano volley volume vote
            vowel voyage wafer waffle wagon wake walk wall walnut walrus waltz wander want warbler warm wash watch water wave wax wealth weasel weave
            web wedding weekday welcome well west wet whale wheat wheel when whisper white wide width wigwam wild will win wind wing wink winter wire
            wisdom wise wish wolf wonder wool word work world worry worth wrap wreath wren wrist yacht yard yarn yawn year yeast yellow yes yield yodel
            yoga yogurt yonder young youth yucca zebra zenith zero zigzag zinc zipper zither zodiac zone zoo zoom
            """.strip().split("\\s+"));

    private CheckWords() {}

    /** The word of an index, 0..2047. */
    public static String word(int index) {
        return WORDS.get(index & 2047);
    }

    static List<String> all() {
        return WORDS;
    }
}
