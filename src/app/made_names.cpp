#include "app/made_names.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kith::app {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text)
{
    Words words;
    for (const auto word : split(text, ' ')) words.push_back(word);
    return words;
}

/// By the law of Zipf (1949) as Mandelbrot (1953) bent it for the commonest: the frequency falls as 1 / (rank + 15).
std::string_view drawn(Dice& dice, const Words& words)
{
    constexpr int steps = 1'000'000;
    constexpr double bend = 15;
    const auto uniform = static_cast<double>(dice.between(0, steps - 1)) / steps;
    const auto place = static_cast<std::size_t>(bend * std::pow((static_cast<double>(words.size()) + bend) / bend, uniform) - bend);  // the inverse of the logarithm that the frequencies add up to
    return words[std::min(place, words.size() - 1)];
}

struct Stock {
    Words girls, boys, surnames, beginnings, endings;
    int pieced;  ///< of a hundred surnames, those put together from a beginning and an ending
};

const std::array<Stock, name_origins>& stocks()
{
    static const std::array<Stock, name_origins> all{
        Stock{words_of("Olivia Amelia Isla Emily Ava Lily Mia Sophia Grace Freya Charlotte Ivy Florence Poppy Evie Ella Willow Rosie Sienna Daisy Elsie Sophie Alice Isabella Phoebe Matilda Ruby Evelyn Harper Maya Millie Chloe Emma Jessica Lucy Erin "
                       "Holly Molly Eleanor Hannah Abigail Megan Georgia Elizabeth Zara Imogen Lola Bella Thea Jasmine Lottie Esme Summer Katie Amy Martha Heidi Victoria Rebecca Sarah Rachel Eliza Nancy Beatrice Harriet Lauren Niamh Ffion Cerys Bethan "
                       "Catherine Louise Naomi Annabelle Clara Edith Orla Aoife Sian Carys Skye Iona Ailsa Darcey Robyn Leah Tilly Faith Hope Melody Lois Francesca Jennifer Nicole Tabitha Josephine Philippa Rosalind Winifred Ottilie"),
              words_of("Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Henry Theo Freddie Thomas Archie Joshua James William Isaac Jacob Lucas Alexander Edward Max Daniel Joseph Ethan Samuel Logan Benjamin Finley Sebastian Toby Dylan Harrison Adam "
                       "Luke Matthew Nathan Ryan Owen Liam Callum Jamie Connor Rory Ewan Rhys Evan Gethin Michael David John Robert Peter Andrew Christopher Patrick Sean Declan Cameron Lewis Kieran Aaron Stanley Albert Ralph Hugo Felix Rupert Jude Reuben "
                       "Elliot Bobby Frankie Tommy Ronnie Reggie Jasper Angus Fergus Hamish Stephen Richard Anthony Simon Timothy Gabriel Louis Zachary Dominic Gregory Philip Frederick Nicholas Jonathan Kenneth Ronald Walter Ernest"),
              words_of("Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King "
                       "Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams "
                       "Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Graham Pearson Fletcher "
                       "Walsh Gibson Howard Andrews Stewart Elliott Reynolds Saunders Payne Fox Ford Pearce Day Brooks West Lawrence Cole Atkinson Bradley Spencer Gill Dawson Watts Burton Barrett Ryan Reid Hart"),
              words_of("Ash Black Brad Brom Burn Cald Carl Ched Clay Cran Cross Dal Dun East Elm Fair Farn Full Gar Gold Grim Hald Ham Har Hather Haw Hazel Hol Horn Kel Kirk Lang Lin Long Mar Mel Mid Moss New Nor Oak Old Pem Pres Rad Red Rich Rock Sand Sel "
                       "Shel Sher Stan Star Stock Strat Sutter Swin Tan Thorn Tre Wal Ware Wel West Whit Wil Win Wood Worth"),
              words_of("ley ton ham ford worth field wick wood by bury combe den dale gate house hurst land man more ridge shaw sted stone thorpe well"), 45},
        Stock{words_of("Aisha Fatima Maryam Zainab Khadija Amina Hafsa Sumaya Sana Zahra Safa Noor Aaliyah Iqra Hira Mahnoor Anaya Ayesha Laiba Eshaal Haniya Inaya Rabia Sadia Saima Nadia Shazia Farah Samina Rukhsana Nasreen Yasmin Tahira Bushra Shabana"),
              words_of("Mohammed Muhammad Ali Ahmed Ibrahim Yusuf Hamza Omar Hassan Hussain Abdullah Bilal Zayn Adam Imran Usman Haris Ismail Khalid Tariq Faisal Ayaan Rayyan Zakariya Idris Musa Isa Saad Shahid Kashif Asif Nadeem Waseem Junaid Danyal"),
              words_of("Khan Hussain Ahmed Ali Begum Akhtar Mahmood Iqbal Shah Malik Bibi Mirza Hussein Rahman Islam Uddin Miah Chowdhury Butt Sheikh Javed Rashid Aslam Raja Qureshi Siddiqui Ansari Baig Nawaz Parveen Kausar Haque Choudhury Sarwar Bashir "
                       "Anwar Latif Yousaf Akram Hanif Riaz Saleem Zaman Karim Arshad"),
              words_of("Abdul Rah Noor Fazl Ghul Sher Mir Zaf Shab Nas Tah Far"), words_of("ullah uddin zada dar wala zai mani oor een"), 12},
        Stock{words_of("Diya Ananya Aadhya Saanvi Priya Anika Riya Kavya Meera Nisha Pooja Simran Harpreet Jasleen Manpreet Gurpreet Amrit Kiran Sunita Anjali Neha Deepa Lakshmi Radhika Ishani"),
              words_of("Aarav Arjun Vihaan Rohan Dev Krishna Rahul Amit Raj Vikram Sanjay Anil Suresh Harjit Gurdeep Jaswinder Baljit Manjit Karan Nikhil Ravi Ashok Kishan Aditya Ishaan"),
              words_of("Patel Singh Kaur Shah Sharma Kumar Gupta Mistry Desai Chauhan Joshi Gill Sandhu Dhillon Sidhu Bains Johal Mehta Rao Reddy Nair Iyer Parmar Solanki Thakor Vaghela Bhatt Trivedi Kapoor Malhotra Chopra Bhatia Grewal Virdi Sahota"),
              words_of("Bal Chand Dev Gan Har Jay Kal Man Nar Pra Raj Ram Sri Vas Ven"), words_of("anath desh dev esh inder jit kar kumar mani nathan pal raman swamy war"), 20},
        Stock{words_of("Zofia Julia Maja Hanna Lena Alicja Oliwia Maria Amelia Zuzanna Natalia Wiktoria Katarzyna Agnieszka Anna Ewa Karolina Magdalena Aleksandra Nikola Nadia Iga Pola Emilia Gabriela"),
              words_of("Jakub Antoni Szymon Jan Filip Kacper Aleksander Franciszek Mikolaj Wojciech Adam Michal Bartosz Mateusz Piotr Tomasz Pawel Krzysztof Lukasz Oskar Igor Kamil Dawid Wiktor Stanislaw"),
              words_of("Nowak Kowalski Wisniewski Wojcik Kowalczyk Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Kozlowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Nowakowski Pawlowski Michalski Adamczyk Dudek Zajac Wieczorek"),
              words_of("Bart Boro Brzez Choj Dab Dom Gajew Gor Jab Jas Kal Kos Kruk Lip Maj Mal Olsz Ostr Pietr Rog Rut Sad Sos Star Tom Urb War Wit Wol Zar"), words_of("owski ewski inski czyk owicz ak ek icki anek"), 50},
        Stock{words_of("Maria Ioana Andreea Elena Sofia Daria Alexandra Gabriela Denisa Bianca Larisa Mihaela Cristina Roxana Ana Patricia Antonia Natalia"),
              words_of("Andrei Alexandru David Matei Stefan Ionut Mihai Cristian Gabriel Luca Vlad Razvan Bogdan Adrian Marian Florin Nicolae Darius"),
              words_of("Popa Popescu Ionescu Radu Stoica Stan Dumitru Gheorghe Munteanu Rusu Matei Constantin Serban Marin Lazar Ciobanu Florea Toma Dinu Moldovan Tudor Neagu Preda Ene Barbu"),
              words_of("Anghel Balan Cojoc Dobr Filip Georg Ilie Luc Manol Nistor Oprea Petr Rotar Sandu Tanas Ung Vasil Zamf"), words_of("escu eanu aru iu oiu as an"), 45},
        Stock{words_of("Esther Grace Blessing Precious Temitope Folake Ngozi Chiamaka Adaeze Abimbola Ayomide Deborah Ruth Mary Joy Favour Ama Abena Akosua Efua Yaa Tolulope Oluwaseun Damilola"),
              words_of("Emmanuel David Samuel Daniel Joshua Oluwaseun Chinedu Emeka Kwame Kofi Kwabena Tobi Ayodele Babatunde Segun Tunde Ifeanyi Obinna Kelechi Michael Joseph Elijah Nathaniel Kweku"),
              words_of("Mensah Owusu Okafor Adeyemi Osei Boateng Okonkwo Eze Asante Adebayo Appiah Ogunleye Balogun Nwosu Agyemang Obi Adeleke Ibrahim Bello Afolabi Amoah Danso Opoku Sarpong Okoro Ogbonna"),
              words_of("Ade Akin Aki Ayo Chuk Eke Fash Ige Ike Ken Nna Nwa Obia Ode Ogun Oko Ola Olu Omo Ony Ore Owo Uche Ug"), words_of("bayo bola dele demi kanmi kwu leke lola mide moye nola nze rinde seyi sola tayo wale yemi"), 45},
        Stock{words_of("Fatima Maryam Amina Hodan Ifrah Sagal Hibo Ayan Sahra Layla Nour Rania Salma Huda Mona Samira Halima Asma Zeinab Khadra Fadumo Hamdi"),
              words_of("Mohamed Ahmed Abdi Omar Ali Hassan Abdirahman Ibrahim Yusuf Khalid Mahmoud Karim Tarek Samir Said Farah Hamza Bilal Mustafa Zakaria Liban Guled"),
              words_of("Mohamed Ali Hassan Ahmed Abdi Omar Hussein Yusuf Ibrahim Farah Warsame Jama Osman Nur Adan Salah Mahmoud Saleh Haddad Khoury Mansour Nasser Hamdan Darwish Aziz Rashid Abdullahi Elmi Duale"),
              words_of("Abdi Al El Ben Bou Had Kar Mah Sal"), words_of("aziz hakim hamid karim mansour masri nasser rahman salam said"), 15},
        Stock{words_of("Mei Xinyi Yan Jing Ling Hui Wei Xiu Ying Yuting Siqi Jiayi Emily Chloe Jessica"), words_of("Wei Jun Hao Ming Jie Lei Tao Yang Zihao Haoran Jason Kevin Daniel Lok Chun"),
              words_of("Wang Li Zhang Chen Liu Yang Huang Wong Chan Lam Lee Cheung Ng Ho Tang Leung Lau Cheng Xu Sun Zhao Wu Zhou Lin Ma Zhu He Guo Luo Gao"), words_of("Au Si Ou"), words_of("yang ma tu"), 1},
        Stock{words_of("Zeynep Elif Defne Ayse Fatma Emine Merve Esra Busra Selin Yagmur Melis Derya"), words_of("Yusuf Mustafa Mehmet Ahmet Ali Emir Kerem Burak Emre Murat Hakan Can Deniz Ozan"),
              words_of("Yilmaz Kaya Demir Celik Sahin Yildiz Yildirim Ozturk Aydin Arslan Dogan Kilic Aslan Cetin Kara Koc Kurt Ozdemir Simsek Polat"), words_of("Ak Al Ates Bal Demir Er Gok Gul Kara Koca Oz Sar Tas Yurt"), words_of("alp bas bulut can dag er gul han kan man oglu soy tas turk"), 35},
        Stock{words_of("Maria Beatriz Mariana Leonor Matilde Carolina Ana Sofia Lara Ines Camila Valentina Lucia Isabel"), words_of("Joao Francisco Santiago Afonso Duarte Tomas Miguel Pedro Tiago Diego Mateo Carlos Luis Rodrigo"),
              words_of("Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Goncalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Garcia Lopez Martinez Gonzalez Perez"),
              words_of("Cam Cast Fig Fon Mont Nog Oliv Per Quint Ros Sal Val Vas Vill"), words_of("ada ares eira elho eiro ilha inho ano ares"), 30}};
    return all;
}

/// Spellings of one name. The first is the commonest.
const std::vector<Words>& spellings()
{
    static const std::vector<Words> all{words_of("Mohammed Muhammad Mohammad Mohamed Muhammed Mohamad"), words_of("Hussain Hussein Husain Hossain"), words_of("Ahmed Ahmad Ahmet"), words_of("Yusuf Yousef Yusef Yousuf"), words_of("Aisha Ayesha Aysha"),
                                        words_of("Fatima Fatimah Fatema"), words_of("Zainab Zaynab Zeinab"), words_of("Khadija Khadijah Khadeeja"), words_of("Omar Umar Omer"), words_of("Hassan Hasan"), words_of("Ibrahim Ebrahim Ibraheem"),
                                        words_of("Usman Osman Uthman"), words_of("Chowdhury Choudhury Chaudhry Choudhary"), words_of("Siddiqui Siddiqi Siddique"), words_of("Qureshi Quraishi"), words_of("Rahman Rehman Raman"), words_of("Maryam Mariam Miriam"),
                                        words_of("Hamza Hamzah"), words_of("Abdullah Abdulla Abdallah"), words_of("Amina Aminah"), words_of("Layla Leila Laila"), words_of("Noor Nur Nour"), words_of("Zakariya Zakaria Zakariyya"), words_of("Ismail Ismael"),
                                        words_of("Wang Wong"), words_of("Li Lee Lei"), words_of("Zhang Cheung Chang"), words_of("Chen Chan Cheng"), words_of("Singh Sing"), words_of("Goncalves Gonsalves"), words_of("Sousa Souza"), words_of("Sahin Shahin"),
                                        words_of("Yildirim Yilderim"), words_of("Abdirahman Abdurahman Abdulrahman"), words_of("Oluwaseun Seun"), words_of("Tobi Oluwatobi"), words_of("Kowalski Kowalska"), words_of("Nowakowski Nowakowska"), words_of("Kaminski Kaminska"),
                                        words_of("Lewandowski Lewandowska"), words_of("Zielinski Zielinska"), words_of("Wojcik Woicik Vojcik"), words_of("Popescu Popesku"), words_of("Gheorghe George")};
    return all;
}
const std::vector<Words>& short_forms()
{
    static const std::vector<Words> all{words_of("William Will Bill Billy"), words_of("Robert Rob Bob Bobby"), words_of("Thomas Tom Tommy"), words_of("James Jim Jamie"), words_of("Joseph Joe Joey"), words_of("Samuel Sam Sammy"), words_of("Benjamin Ben Benji"),
                                        words_of("Alexander Alex Sandy"), words_of("Daniel Dan Danny"), words_of("Matthew Matt Matty"), words_of("Michael Mike Mikey"), words_of("Edward Ed Teddy Eddie"), words_of("Frederick Fred Freddie"), words_of("Archie Archibald"),
                                        words_of("Charlotte Charlie Lottie"), words_of("Elizabeth Liz Beth Lizzie Libby"), words_of("Isabella Izzy Bella"), words_of("Olivia Liv Livvy"), words_of("Amelia Millie Amy"), words_of("Katie Katherine Kate"),
                                        words_of("Catherine Cathy Kate Katie"), words_of("Eleanor Ellie Nell"), words_of("Matilda Tilly"), words_of("Abigail Abi Abby"), words_of("Jessica Jess Jessie"), words_of("Rebecca Becky Bex"), words_of("Georgia Georgie"),
                                        words_of("Zachary Zac Zack"), words_of("Nicholas Nick Nicky"), words_of("Christopher Chris Kit"), words_of("Jonathan Jon Jonny"), words_of("Joshua Josh"), words_of("Jacob Jake"), words_of("Harrison Harry"),
                                        words_of("Harry Harold Henry"), words_of("Florence Flo Florrie"), words_of("Sophie Soph Sophia"), words_of("Maja Maya"), words_of("Aleksandra Ola"), words_of("Katarzyna Kasia"), words_of("Wojciech Wojtek"),
                                        words_of("Alexandru Alex"), words_of("Emmanuel Emma Manny"), words_of("Temitope Tope"), words_of("Francisco Chico Paco"), words_of("Gabriel Gabe")};
    return all;
}

std::string another_of(Dice& dice, const std::vector<Words>& groups, const std::string& name)
{
    for (const auto& group : groups)
        if (std::ranges::find(group, name) != group.end()) return std::string{dice.one_of(group)};
    return name;
}

}  // namespace

std::string_view code_of(NameOrigin origin)
{
    static constexpr std::array<std::string_view, name_origins> codes{"british", "south_asian_muslim", "indian", "polish", "romanian", "west_african", "arabic_and_somali", "chinese", "turkish", "portuguese"};
    return codes.at(static_cast<std::size_t>(origin));
}

NameOrigin an_origin(Dice& dice)
{
    static constexpr std::array<int, name_origins> percent{64, 11, 6, 5, 3, 4, 3, 1, 1, 2};
    auto left = dice.between(1, 100);
    for (std::size_t at = 0; at < name_origins; ++at)
        if ((left -= percent.at(at)) <= 0) return static_cast<NameOrigin>(at);
    return NameOrigin::british;
}

std::string a_forename(Dice& dice, NameOrigin origin, bool is_girl)
{
    const auto& stock = stocks().at(static_cast<std::size_t>(origin));
    static const auto beginnings = words_of("Al Am An Ar Bel Bri Cal Car Cel Dar Del El Em Ev Fal Gen Hal Jan Jo Kai Kar Kel La Len Lor Mar Mel Mir Nat Ner Or Pen Ra Ren Ro Sal Sel Sha Ta Tam Tay Val Vi Wen Ya Zel"),
                      girls = words_of("a ana anne elle en etta ia ie ina ita lyn lynn ora ra rina sha ya"), boys = words_of("an ar en er ian in io is o on or us vin den ton ley");
    constexpr int percent_rare = 30;  // names of fewer than one child in some thousands, which are many
    if (dice.happens(percent_rare)) return std::string{dice.one_of(beginnings)} + std::string{dice.one_of(is_girl ? girls : boys)};
    return std::string{drawn(dice, is_girl ? stock.girls : stock.boys)};
}

std::string a_surname(Dice& dice, NameOrigin origin)
{
    const auto& stock = stocks().at(static_cast<std::size_t>(origin));
    if (!dice.happens(stock.pieced)) return std::string{drawn(dice, stock.surnames)};
    return std::string{dice.one_of(stock.beginnings)} + std::string{dice.one_of(stock.endings)};
}

std::string another_spelling(Dice& dice, const std::string& name) { return another_of(dice, spellings(), name); }
std::string a_short_form(Dice& dice, const std::string& name) { return another_of(dice, short_forms(), name); }

}  // namespace kith::app
