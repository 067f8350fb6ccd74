package studio.pastiche.cli;

import java.lang.reflect.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/// Lists a command's options under headings, one a class of options.
///
/// Picocli's own way to headings are argument groups; but they take an option that is given twice
/// for the beginning of a second group, and quietly forget the first.
final class SectionedOptions implements IHelpSectionRenderer {
  private static final Map<Class<?>, String> HEADINGS = headings();

  @Override
  public String render(Help help) {
    Map<String, Help.Layout> sections = new LinkedHashMap<>();
    HEADINGS.values().forEach(heading -> sections.put(heading, help.createDefaultLayout()));
    List<OptionSpec> options = help.commandSpec().options();
    for (OptionSpec option : options) {
      if (!option.hidden()) {
        layout(sections, help, option).addOption(option, help.parameterLabelRenderer());
      }
    }
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (heading, layout) -> {
          String lines = layout.toString();
          if (!lines.isEmpty()) {
            text.append(heading.isEmpty() ? "" : "%n%s:%n".formatted(heading)).append(lines);
          }
        });
    return text.toString();
  }

  private static Help.Layout layout(
      Map<String, Help.Layout> sections, Help help, OptionSpec option) {
    String heading =
        option.userObject() instanceof Member member
            ? HEADINGS.getOrDefault(member.getDeclaringClass(), "")
            : "";
    return sections.computeIfAbsent(heading, _ -> help.createDefaultLayout());
  }

  /// In the order of the sections.
  private static Map<Class<?>, String> headings() {
    Map<Class<?>, String> headings = new LinkedHashMap<>();
    headings.put(RenderCommand.class, "");
    headings.put(InputOptions.class, "Pictures");
    headings.put(OutputOptions.class, "Saving");
    headings.put(TuningOptions.class, "What matters most");
    headings.put(ScheduleOptions.class, "Size and stages");
    headings.put(InitOptions.class, "The start");
    headings.put(LayerOptions.class, "What is compared");
    headings.put(StatisticOption.class, "What is compared");
    headings.put(NetworkOption.class, "What is compared");
    headings.put(OptimizationOptions.class, "The optimizer");
    headings.put(ComputationOptions.class, "The computation");
    return headings;
  }
}
