package studio.pastiche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Continuation;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.FileBytes;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.InputLookup;
import studio.pastiche.session.InputLookup.Found;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecipeException;
import studio.pastiche.session.RecipeJson;

/// What a painting needs, from options and files.
///
/// @param recipe with the real references of all that was read
/// @param materials the pictures and the network
/// @param files that all of it was read from
/// @param before those of the painting that this one goes on from, or null
record Ingredients(
    Recipe recipe, Materials materials, List<Path> files, @Nullable Ingredients before) {

  /// Checks the options, then reads the files: a slip in an option is told at once, however large
  /// the pictures are.
  ///
  /// @param notes hears, in a line, what of a recipe had to be left out
  /// @throws WrongOption for an option that is not allowed or is missing
  /// @throws IOException for a file that cannot be used
  static Ingredients gather(
      InputOptions inputs, PaintingOptions options, NetworkOption network, Consumer<String> notes)
      throws IOException {
    Path repeated = inputs.recipe();
    return repeated == null
        ? of(fresh(inputs, options), inputs, options, network, notes)
        : of(recipeIn(repeated), inputs, options, network, notes);
  }

  private static Ingredients of(
      Recipe base,
      InputOptions inputs,
      PaintingOptions options,
      NetworkOption network,
      Consumer<String> notes)
      throws IOException {
    Path repeated = inputs.recipe();
    Recipe sketch = options.appliedTo(base, named(inputs, options, base), base.network(), notes);
    InputLookup lookup =
        repeated == null ? new InputLookup(List.of()) : InputLookup.beside(repeated);
    Continuation from = sketch.continues();
    @Nullable Ingredients before =
        from == null ? null : of(from.recipe(), inputs, options, network, notes);

    Found<InputPicture> content =
        read(inputs.content(), base.inputs().content(), InputOptions.CONTENT, lookup);
    List<Found<InputPicture>> styles = styles(inputs, base, lookup);
    PictureReference wantedInit = sketch.inputs().init();
    @Nullable Found<InputPicture> init =
        wantedInit == null
            ? null
            : read(options.init().file(), wantedInit, InputOptions.INIT, lookup);
    Found<FeatureNetwork> loaded =
        load(network, repeated == null ? null : base.network(), lookup, notes);
    requireLayers(loaded.input(), sketch.layers());

    Inputs found =
        new Inputs(
            content.input().reference(),
            styles.stream().map(s -> s.input().reference()).toList(),
            init == null ? null : init.input().reference());
    Recipe recipe = sketch.withInputs(found, NetworkReference.of(loaded.input()));
    return new Ingredients(
        from == null || before == null
            ? recipe
            : recipe
                .goingOnFrom(from.of(before.recipe()))
                .withHistory(recipe.changes(), recipe.end()),
        new Materials(
            content.input().picture(),
            styles.stream().map(s -> s.input().picture()).toList(),
            init == null ? null : init.input().picture(),
            loaded.input()),
        files(repeated, content, styles, init, loaded, before),
        before);
  }

  /// The state that this painting goes on from.
  ///
  /// @param picture what the painting before ended with
  /// @param ended its state then
  @Nullable RunState start(Picture picture, Supplier<RunState> ended) {
    Continuation from = recipe.continues();
    return from == null ? null : from.start(recipe, picture, ended, materials.content().size());
  }

  /// All that has to be painted one after the other, this last.
  List<Ingredients> inOrder() {
    List<Ingredients> all = new ArrayList<>();
    for (Ingredients each = this; each != null; each = each.before()) {
      all.addFirst(each);
    }
    return all;
  }

  /// The recipe inside a picture, or in a text file.
  static Recipe recipeIn(Path file) throws IOException {
    try {
      return new RecipeJson().read(textIn(file));
    } catch (RecipeException e) {
      throw new UnusableFile(file, String.valueOf(e.getMessage()));
    }
  }

  /// The recipe inside a picture, as it stands there.
  static String textIn(Path file) throws IOException {
    Optional<String> text = EmbeddedText.read(file);
    if (text.isPresent()) {
      return text.get();
    }
    String whole = new String(FileBytes.of(file), StandardCharsets.UTF_8).strip();
    if (!whole.startsWith("{")) {
      throw new UnusableFile(
          file,
          "there is no recipe inside; give a picture that Pastiche saved with one, or a recipe's"
              + " text");
    }
    return whole;
  }

  private static Recipe fresh(InputOptions inputs, PaintingOptions options) {
    if (inputs.content() == null) {
      throw new WrongOption(InputOptions.CONTENT, "a photo is needed, or --recipe FILE");
    } else if (inputs.styles().isEmpty()) {
      throw new WrongOption(
          InputOptions.STYLE, "at least one painting is needed, or --recipe FILE");
    }
    Path init = options.init().file();
    return Recipe.defaults(
        new Inputs(
            unread(inputs.content()),
            inputs.styles().stream().map(Ingredients::unread).toList(),
            init == null ? null : unread(init)),
        new NetworkReference(CompactNetwork.NAME, ""));
  }

  /// The inputs by name: those that are given, and the base's for the rest.
  private static Inputs named(InputOptions inputs, PaintingOptions options, Recipe base) {
    Path content = inputs.content();
    Path init = options.init().file();
    boolean startsFromPicture = options.init().appliedTo(base.init()).kind() == Init.Kind.PICTURE;
    PictureReference start = init == null ? base.inputs().init() : unread(init);
    return new Inputs(
        content == null ? base.inputs().content() : unread(content),
        inputs.styles().isEmpty()
            ? base.inputs().styles()
            : inputs.styles().stream().map(Ingredients::unread).toList(),
        startsFromPicture ? start : null);
  }

  private static PictureReference unread(Path file) {
    return new PictureReference(InputPicture.nameOf(file), "");
  }

  private static List<Path> files(
      @Nullable Path recipe,
      Found<InputPicture> content,
      List<Found<InputPicture>> styles,
      @Nullable Found<InputPicture> init,
      Found<FeatureNetwork> network,
      @Nullable Ingredients before) {
    return Stream.of(
            Stream.of(recipe, content.file(), init == null ? null : init.file(), network.file()),
            styles.stream().map(Found::file),
            before == null ? Stream.<Path>of() : before.files().stream())
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Found<InputPicture>> styles(
      InputOptions inputs, Recipe base, InputLookup lookup) throws IOException {
    List<Found<InputPicture>> read = new ArrayList<>();
    for (Path file : inputs.styles()) {
      read.add(read(file));
    }
    if (read.isEmpty()) {
      for (PictureReference style : base.inputs().styles()) {
        read.add(lookup.picture(style, InputOptions.STYLE));
      }
    }
    return read;
  }

  private static Found<InputPicture> read(Path file) throws IOException {
    return new Found<>(InputPicture.read(file), file);
  }

  private static Found<InputPicture> read(
      @Nullable Path given, PictureReference wanted, String option, InputLookup lookup)
      throws IOException {
    return given == null ? lookup.picture(wanted, option) : read(given);
  }

  private static Found<FeatureNetwork> load(
      NetworkOption option,
      @Nullable NetworkReference wanted,
      InputLookup lookup,
      Consumer<String> notes)
      throws IOException {
    return wanted == null || option.given()
        ? new Found<>(option.load(notes), option.file())
        : option.recalled(wanted, lookup);
  }

  static void requireLayers(FeatureNetwork network, Layers layers) throws UnusableFile {
    if (!network.has(List.of(layers.deepest()))) {
      throw new UnusableFile(
          Path.of(network.name()),
          "this network ends at %s, but %s is compared; choose layers up to there"
              .formatted(network.deepest(), layers.deepest()));
    }
  }
}
