package studio.pastiche.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.Preset;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Settings;

/// Every word comes from the bundles, and the bundles agree.
class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/studio/pastiche/ui");
  private static final Path BUNDLES = Path.of("src/main/resources/studio/pastiche/ui");

  /// A string in the sources that looks like a key: two or more words in lower case with dots.
  private static final Pattern KEY = Pattern.compile("\"([a-z]+)\\.([a-z0-9.-]*[a-z0-9])\"");

  /// Begins no key, though it has dots: properties of the system, files.
  private static final Set<String> OTHERS =
      Set.of("java", "javafx", "user", "pastiche", "os", "studio");

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(bundle("en").stringPropertyNames(), bundle("zh_CN").stringPropertyNames());
  }

  @Test
  void bothLanguagesPutInTheSameValues() throws IOException {
    Properties english = bundle("en");
    Properties chinese = bundle("zh_CN");
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
    }
  }

  @Test
  void noKeyIsGivenTwice() throws IOException {
    for (String language : List.of("en", "zh_CN")) {
      List<String> keys =
          Files.readAllLines(BUNDLES.resolve("text_" + language + ".properties")).stream()
              .filter(line -> line.contains("=") && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')).strip())
              .toList();
      Set<String> twice = new TreeSet<>(keys);
      twice.removeIf(key -> keys.indexOf(key) == keys.lastIndexOf(key));
      assertFalse(keys.isEmpty(), language);
      assertEquals(Set.of(), twice, language);
    }
  }

  @Test
  void everyKeyThatIsUsedExists() throws IOException {
    Set<String> missing = new TreeSet<>(keysUsed());
    missing.removeAll(bundle("en").stringPropertyNames());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyKeyThatExistsIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(bundle("en").stringPropertyNames());
    Set<String> used = keysUsed();
    unused.removeAll(used);
    unused.removeIf(key -> key.endsWith(".tip") && used.contains(key.replace(".tip", "")));
    unused.removeIf(key -> key.endsWith(".why") && used.contains(key.replace(".why", "")));
    unused.removeIf(
        key ->
            Stream.of("theme.", "motion.", "log.level.", "sample.", "group.")
                .anyMatch(key::startsWith));
    unused.removeAll(optionKeys());
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyOptionOfAChoiceHasAName() throws IOException {
    Set<String> missing = optionKeys();
    missing.removeAll(bundle("en").stringPropertyNames());
    assertEquals(Set.of(), missing);
  }

  @Test
  void noWordsStandInTheSources() throws IOException {
    // A sentence in a control's constructor would never be translated.
    Pattern words = Pattern.compile("new (?:Label|Button|MenuItem|Tooltip)\\(\"[^\"%]+\"");
    for (String source : sources()) {
      assertTrue(!words.matcher(source).find(), source);
    }
  }

  private static Set<String> optionKeys() {
    Stream<String> options =
        new Settings()
            .all().stream()
                .flatMap(s -> s instanceof Choice<?> choice ? keysOf(choice) : Stream.empty());
    Stream<String> presets = BuiltInPresets.all().stream().map(Preset::name);
    return Stream.concat(options, presets).collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> Stream<String> keysOf(Choice<T> choice) {
    return choice.options().stream().map(choice::keyOf);
  }

  private static Set<String> keysUsed() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String source : sources()) {
      Matcher matcher = KEY.matcher(source);
      while (matcher.find()) {
        if (!OTHERS.contains(matcher.group(1))
            && !matcher.group(2).matches("css|png|jpg|json|lock|txt")) {
          keys.add(matcher.group(1) + "." + matcher.group(2));
        }
      }
    }
    return keys;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  private static List<String> places(String words) {
    Matcher matcher = PLACE.matcher(words);
    return matcher
        .results()
        .map(r -> r.group())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(BUNDLES.resolve("text_" + language + ".properties"))) {
      properties.load(reader);
    }
    return properties;
  }

  @Test
  void aProblemThatSaysNothingIsNamed() {
    Texts texts = new Texts(Language.ENGLISH);
    assertEquals("the disk is full", texts.said(new IOException("the disk is full")));
    assertEquals(
        "It gives no reason (StackOverflowError). See the log.",
        texts.said(new StackOverflowError()));
  }
}
