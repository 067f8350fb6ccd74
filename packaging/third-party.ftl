<#-- The list of libraries: Help shows it, and the installers carry it. -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.name} ${project.version} (${project.groupId}:${project.artifactId})
    ${entry.getValue()?join(", ")}
<#if project.url??>
    ${project.url}
</#if>

</#list>
