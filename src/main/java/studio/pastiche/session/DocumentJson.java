package studio.pastiche.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.Version;
import studio.pastiche.picture.Size;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A document as the text that a session's folder and a project's file hold.
///
/// JSON: `application`, `format` and `version`; `content` and `styles` as references; `settings`;
/// `branches`, each with the recipe it began with; `snapshots`, each with how many of its run's
/// tunings it has seen and where it was left, which with its branch's recipe makes its own. Files
/// are named by ids and hashes, never by paths. What is not known is left alone, and what can't be
/// understood is left out and told.
final class DocumentJson {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentJson.class);
  private static final String APPLICATION = "Pastiche project";

  private final JsonMapper mapper = RecipeJson.mapper();

  private record StyleText(String name, String sha256, double share) {}

  /// @param tunings every one so far that a snapshot has seen
  private record BranchText(
      int number,
      String name,
      Branch.@Nullable Origin origin,
      Recipe recipe,
      List<TuningChange> tunings,
      Size finalSize) {
    BranchText(Branch branch, List<TuningChange> tunings) {
      this(
          branch.number(),
          branch.name(),
          branch.origin(),
          branch.recipe(),
          tunings,
          branch.finalSize());
    }

    Branch branch() {
      return new Branch(number, name, origin, recipe, finalSize);
    }

    Recipe after(int changes, @Nullable Moment end) {
      return recipe.withHistory(tunings.subList(0, Math.clamp(changes, 0, tunings.size())), end);
    }
  }

  /// @param changes how many of the branch's tunings led here
  /// @param end where the run was left, or null at its end
  /// @param recipe where it can't be made from the branch's
  private record SnapshotText(
      int id,
      int branch,
      int stage,
      int stages,
      int iteration,
      double loss,
      Distances distances,
      Size finalSize,
      boolean last,
      Size size,
      int changes,
      @Nullable Moment end,
      @Nullable Recipe recipe,
      boolean state,
      boolean pinned,
      boolean saved) {}

  /// The text, with everything or as a project's file holds it.
  String write(Document document) {
    ObjectNode root = mapper.createObjectNode();
    root.put("application", APPLICATION);
    root.put("format", Migrations.CURRENT);
    root.put("version", Version.CURRENT);
    if (document.file() != null) {
      root.put("file", document.file().toString());
    }
    if (document.content() != null) {
      root.set("content", mapper.valueToTree(document.content().reference()));
    }
    root.set("styles", mapper.valueToTree(document.styles().stream().map(this::text).toList()));
    root.set("settings", mapper.valueToTree(document.settings()));
    Map<Integer, BranchText> branches = new LinkedHashMap<>();
    document
        .branches()
        .forEach(b -> branches.put(b.number(), new BranchText(b, tunings(b, document))));
    root.set("branches", mapper.valueToTree(branches.values()));
    root.set(
        "snapshots",
        mapper.valueToTree(document.snapshots().stream().map(s -> text(s, branches)).toList()));
    root.put("painting", document.painting());
    root.set(
        "autosaves",
        mapper.valueToTree(document.autosaves().stream().map(s -> text(s, branches)).toList()));
    return mapper.writeValueAsString(root);
  }

  private StyleText text(Document.Style style) {
    PictureReference reference = style.input().reference();
    return new StyleText(reference.name(), reference.sha256(), style.share());
  }

  /// The longest list of tunings that one of its snapshots has: tunings are only ever added.
  private static List<TuningChange> tunings(Branch branch, Document document) {
    return document
        .kept()
        .filter(s -> s.mark().run() == branch.number())
        .map(s -> s.recipe().changes())
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static SnapshotText text(Snapshot snapshot, Map<Integer, BranchText> branches) {
    Snapshot.Mark mark = snapshot.mark();
    Recipe own = snapshot.recipe();
    int changes = own.changes().size();
    @Nullable BranchText branch = branches.get(mark.run());
    boolean made = branch != null && own.equals(branch.after(changes, own.end()));
    return new SnapshotText(
        snapshot.id(),
        mark.run(),
        mark.stage(),
        mark.stages(),
        mark.iteration(),
        mark.loss(),
        mark.distances(),
        mark.finalSize(),
        mark.last(),
        snapshot.size(),
        changes,
        own.end(),
        made ? null : own,
        snapshot.state() != null,
        snapshot.pinned(),
        snapshot.saved());
  }

  /// The text as a tree of the present format.
  ///
  /// @param name of the file, for messages
  /// @throws ProjectException where it is none of ours, or of a newer version
  ObjectNode tree(byte[] text, String name) throws ProjectException {
    JsonNode read;
    try {
      read = mapper.readTree(text);
    } catch (JacksonException e) {
      throw new ProjectException(name, "its contents are damaged", e);
    }
    if (!(read instanceof ObjectNode root)
        || !APPLICATION.equals(root.path("application").asString(""))) {
      throw new ProjectException(name, "this is no project of Pastiche", null);
    }
    int format = root.path("format").asInt(-1);
    if (format > Migrations.CURRENT) {
      throw new ProjectException(
          name,
          "it was saved by a newer version of Pastiche (%s); install that one to open it"
              .formatted(root.path("version").asString("format " + format)),
          null);
    } else if (format < 0) {
      throw new ProjectException(name, "its contents are damaged", null);
    }
    Migrations.apply(root, format);
    return root;
  }

  /// The document that a tree stands for, as far as its files are in `folder`.
  ///
  /// @param damages gets what is missing
  Document read(ObjectNode root, SessionFolder folder, List<Damage> damages) {
    return new Reading(folder, damages).document(root, true);
  }

  /// The same without the input pictures, which may be large, and what is missing.
  SessionFile.Outline outline(ObjectNode root, SessionFolder folder) {
    return new SessionFile.Outline(
        new Reading(folder, new ArrayList<>()).document(root, false),
        root.path("content").path("name").asString(""));
  }

  private final class Reading {
    private final SessionFolder folder;
    private final InputStore inputs;
    private final List<Damage> damages;
    private final Map<Integer, BranchText> branches = new HashMap<>();

    Reading(SessionFolder folder, List<Damage> damages) {
      this.folder = folder;
      this.damages = damages;
      inputs = new InputStore(folder);
    }

    Document document(ObjectNode root, boolean withInputs) {
      boolean photo = withInputs && root.has("content");
      @Nullable InputPicture content = photo ? input(root.path("content")) : null;
      List<Branch> found = branches(root.path("branches"));
      Set<Integer> ids = new HashSet<>();
      return new Document(
          content,
          withInputs ? styles(root.path("styles")) : List.of(),
          settings(root.path("settings")),
          found,
          snapshots(root.path("snapshots"), ids),
          snapshots(root.path("autosaves"), ids),
          root.path("painting").asInt(0),
          path(root.path("file").asString("")));
    }

    private List<Document.Style> styles(JsonNode texts) {
      List<Document.Style> styles = new ArrayList<>();
      for (JsonNode each : texts) {
        @Nullable InputPicture style = input(each);
        if (style != null) {
          styles.add(new Document.Style(style, each.path("share").asDouble(1)));
        }
      }
      return styles;
    }

    /// @param ids of those so far
    private List<Snapshot> snapshots(JsonNode texts, Set<Integer> ids) {
      List<Snapshot> snapshots = new ArrayList<>();
      for (JsonNode each : texts) {
        @Nullable Snapshot snapshot = snapshot(each);
        if (snapshot != null && ids.add(snapshot.id())) {
          snapshots.add(snapshot);
        }
      }
      return snapshots;
    }

    private List<Branch> branches(JsonNode texts) {
      List<Branch> found = new ArrayList<>();
      for (JsonNode each : texts) {
        try {
          BranchText text = mapper.treeToValue(each, BranchText.class);
          if (branches.putIfAbsent(text.number(), text) == null) {
            found.add(text.branch());
          }
        } catch (JacksonException | IllegalArgumentException e) {
          LOG.warn("A branch can't be read: {}", e.getMessage());
          damages.add(new Damage(Damage.Kind.BRANCH, each.path("number").asString("")));
        }
      }
      return found;
    }

    private @Nullable InputPicture input(JsonNode text) {
      String name = text.path("name").asString("");
      try {
        return inputs.picture(new PictureReference(name, text.path("sha256").asString("")));
      } catch (IOException e) {
        LOG.warn("An input can't be read: {}", e.getMessage());
        damages.add(new Damage(Damage.Kind.INPUT, name));
        return null;
      }
    }

    private @Nullable Snapshot snapshot(JsonNode node) {
      try {
        SnapshotText text = mapper.treeToValue(node, SnapshotText.class);
        @Nullable BranchText branch = branches.get(text.branch());
        Recipe recipe =
            branch == null || text.recipe() != null
                ? text.recipe()
                : branch.after(text.changes(), text.end());
        if (recipe == null) {
          throw new IllegalArgumentException("its branch is missing");
        }
        Path planes = folder.snapshots().resolve("%05d.planes".formatted(text.id()));
        if (!Files.isRegularFile(planes)) {
          throw new NoSuchFileException(planes.toString());
        }
        return new Snapshot(
            text.id(),
            mark(text),
            text.size(),
            recipe,
            SnapshotStore.thumbnail(planes, text.size()),
            planes,
            state(text),
            text.pinned(),
            text.saved());
      } catch (JacksonException | IllegalArgumentException | IOException e) {
        LOG.warn("A snapshot can't be read: {}", e.getMessage());
        damages.add(new Damage(Damage.Kind.SNAPSHOT, node.path("iteration").asString("")));
        return null;
      }
    }

    private static Snapshot.Mark mark(SnapshotText text) {
      return new Snapshot.Mark(
          text.branch(),
          text.stage(),
          text.stages(),
          text.iteration(),
          text.loss(),
          text.distances(),
          text.finalSize(),
          text.last());
    }

    private @Nullable Path state(SnapshotText text) {
      Path file = folder.states().resolve("%05d.state".formatted(text.id()));
      if (text.state() && !Files.isRegularFile(file)) {
        damages.add(new Damage(Damage.Kind.STATE, String.valueOf(text.iteration())));
      }
      return text.state() && Files.isRegularFile(file) ? file : null;
    }

    private SortedMap<String, String> settings(JsonNode texts) {
      SortedMap<String, String> settings = new TreeMap<>();
      texts.propertyStream().forEach(e -> settings.put(e.getKey(), e.getValue().asString("")));
      return settings;
    }

    private static @Nullable Path path(String text) {
      try {
        return text.isEmpty() ? null : Path.of(text);
      } catch (InvalidPathException e) {
        return null;
      }
    }
  }
}
