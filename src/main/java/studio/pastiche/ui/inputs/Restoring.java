package studio.pastiche.ui.inputs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.networks.Networks;
import studio.pastiche.session.InputLookup;
import studio.pastiche.session.InputLookup.Found;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.SettingsTransfer;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// Offers the recipe inside a picture: its settings, and its pictures where they lie beside it.
public final class Restoring {
  private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

  private final Painting painting;
  private final Networks networks;
  private final Supplier<Notice.Offer> networksOffer;
  private final InputLoader loader;
  private final Background background;
  private final Notices notices;
  private final Texts texts;

  /// @param networks finds the network that a recipe was painted with
  /// @param networksOffer offers to open the networks' window
  public Restoring(
      Painting painting,
      Networks networks,
      Supplier<Notice.Offer> networksOffer,
      InputLoader loader,
      Background background,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.networks = networks;
    this.networksOffer = networksOffer;
    this.loader = loader;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
  }

  /// Asks what the picture is meant for.
  public void offer(InputLoader.FoundRecipe found) {
    List<Notice.Offer> offers = new ArrayList<>();
    offers.add(new Notice.Offer(texts.get("recipe.restore"), () -> restore(found)));
    Runnable use = found.useAsPhoto();
    if (use != null) {
      offers.add(new Notice.Offer(texts.get("recipe.use-as-photo"), use));
    }
    notices.offer(
        texts.get("recipe.found"),
        texts.get("recipe.found.why", InputPicture.nameOf(found.file())),
        offers.toArray(Notice.Offer[]::new));
  }

  private void restore(InputLoader.FoundRecipe found) {
    if (painting.phase().get().busy()) {
      notices.warn(texts.get("notice.painting-now"), texts.get("notice.painting-now.why"));
      return;
    }
    background.run(
        () -> lookUp(found),
        painting.toThisDocument(inputs -> take(found.recipe(), inputs)),
        problem -> notices.error(texts.get("notice.not-read"), texts.said(problem)));
  }

  /// What a recipe was painted with, as far as it was found.
  ///
  /// @param missing the names of pictures that were not
  /// @param network what its network is here, or null where that was not found
  private record Ingredients(
      @Nullable Found<InputPicture> content,
      List<@Nullable Found<InputPicture>> styles,
      List<String> missing,
      Networks.@Nullable Known network) {}

  private Ingredients lookUp(InputLoader.FoundRecipe found) throws IOException {
    InputLookup lookup = InputLookup.beside(found.file());
    List<String> missing = new ArrayList<>();
    Found<InputPicture> content = find(lookup, found.recipe().inputs().content(), missing);
    List<@Nullable Found<InputPicture>> styles = new ArrayList<>();
    for (PictureReference style : found.recipe().inputs().styles()) {
      styles.add(find(lookup, style, missing));
    }
    NetworkReference network = found.recipe().network();
    return new Ingredients(content, styles, missing, networks.known(network).orElse(null));
  }

  private static @Nullable Found<InputPicture> find(
      InputLookup lookup, PictureReference wanted, List<String> missing) {
    try {
      return lookup.picture(wanted, "");
    } catch (IOException e) {
      LOG.info("{} was not found", wanted.name(), e);
      missing.add(wanted.name());
      return null;
    }
  }

  private void take(Recipe recipe, Ingredients found) {
    if (painting.phase().get().busy()) {
      notices.warn(texts.get("notice.too-late"), texts.get("notice.too-late.why"));
      return;
    }
    List<Double> mix = recipe.lastTuning().styleMix();
    List<StyleInput> styles = new ArrayList<>();
    for (int i = 0; i < found.styles().size(); i++) {
      Found<InputPicture> style = found.styles().get(i);
      if (style != null) {
        StyleInput input = StyleInput.of(style.input());
        input.share().set(mix.get(i));
        styles.add(input);
      }
    }
    AtomicBoolean whole = new AtomicBoolean();
    painting
        .edits()
        .together(
            StepName.of("recipe.restore"),
            () -> {
              whole.set(new SettingsTransfer(painting.settings()).restore(recipe));
              if (found.network() != null) {
                painting.settings().network().restore(found.network().name());
              }
              loader.restored(found.content(), styles);
            });
    Networks.Known known = found.network();
    boolean used = known != null && painting.settings().network().get().equals(known.name());
    tell(recipe, found.missing(), whole.get(), used ? known : null);
  }

  /// @param network that will be used, or null where it is another one than the recipe's
  private void tell(
      Recipe recipe, List<String> missing, boolean whole, Networks.@Nullable Known network) {
    List<String> words = new ArrayList<>();
    if (!missing.isEmpty()) {
      words.add(texts.get("recipe.missing", String.join(", ", missing)));
    }
    if (!whole) {
      words.add(texts.get("recipe.not-whole"));
    }
    InputSpec input = recipe.network().input();
    if (network != null && input != null && !network.asIn(recipe.network())) {
      words.add(texts.get("recipe.other-input", network.name(), input, network.input()));
    }
    if (network == null) {
      words.add(
          texts.get("recipe.no-network", recipe.network().name(), Networks.hash(recipe.network())));
      notices.offer(texts.get("recipe.restored"), String.join(" ", words), networksOffer.get());
    } else if (words.isEmpty()) {
      notices.done(texts.get("recipe.restored"), texts.get("recipe.restored.next"));
    } else {
      notices.warn(texts.get("recipe.restored"), String.join(" ", words));
    }
  }
}
