package studio.pastiche.ui.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.file.BesideFile;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.window.Placement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where settings are between starts: `settings.json` in the user's data folder, an object with a
/// field for each. What is missing, unknown or not allowed is as at the first start, so that
/// neither an older nor a damaged file keeps the studio from opening.
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final String PLACEMENT = "window";
  private static final String RECENT = "recent_actions";
  private static final String OFFERED = "network_offered";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Path file;
  private final AtomicReference<@Nullable String> unwritten = new AtomicReference<>();

  /// @param folder the user's data folder; it is made when something is written
  public SettingsFile(Path folder) {
    file = folder.resolve("settings.json");
  }

  /// Sets what the file says.
  public void readInto(StudioSettings settings) {
    if (Files.notExists(file)) {
      return;
    }
    try {
      JsonNode document = mapper.readTree(Files.readString(file));
      settings.all().forEach(setting -> read(document, setting));
      if (document.has(PLACEMENT)) {
        settings.placement().set(mapper.treeToValue(document.get(PLACEMENT), Placement.class));
      }
      if (document.has(RECENT)) {
        settings.recentActions().set(texts(document.get(RECENT)));
      }
      settings.networkOffered().set(document.path(OFFERED).asBoolean(false));
    } catch (IOException | JacksonException e) {
      LOG.warn("{} could not be read whole; what is missing is as at the first start", file, e);
    }
  }

  /// Writes what is chosen from now on, in the background.
  public void follow(StudioSettings settings, Background background) {
    Runnable changed =
        () -> {
          unwritten.set(text(settings));
          background.run(this::write, _ -> {}, e -> LOG.warn("{} was not written", file, e));
        };
    settings.all().forEach(setting -> setting.value().addListener((_, _, _) -> changed.run()));
    settings.placement().addListener((_, _, _) -> changed.run());
    settings.recentActions().addListener((_, _, _) -> changed.run());
    settings.networkOffered().addListener((_, _, _) -> changed.run());
  }

  /// Writes what is not written yet, for the window's end.
  public void finish() {
    try {
      write();
    } catch (IOException e) {
      LOG.warn("{} was not written", file, e);
    }
  }

  /// Whoever comes here last writes the newest, whatever the order of the threads.
  private synchronized Path write() throws IOException {
    String text = unwritten.getAndSet(null);
    if (text != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      BesideFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private String text(StudioSettings settings) {
    ObjectNode document = mapper.createObjectNode();
    for (Setting<?> setting : settings.all()) {
      document.set(setting.name(), mapper.valueToTree(setting.get()));
    }
    if (settings.placement().get() != null) {
      document.set(PLACEMENT, mapper.valueToTree(settings.placement().get()));
    }
    document.set(RECENT, mapper.valueToTree(settings.recentActions().get()));
    document.put(OFFERED, settings.networkOffered().get());
    return document.toPrettyString();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }

  private <T> void read(JsonNode document, Setting<T> setting) {
    JsonNode found = document.get(setting.name());
    if (found == null) {
      return;
    }
    try {
      // Jackson makes nothing of a null, and of an empty text where a number should be.
      @Nullable T value = mapper.treeToValue(found, setting.type());
      if (value == null || !setting.set(value)) {
        LOG.warn("{} can't be {} in {}", setting.name(), found, file);
      }
    } catch (JacksonException e) {
      LOG.warn("{} can't be {} in {}", setting.name(), found, file);
    }
  }
}
