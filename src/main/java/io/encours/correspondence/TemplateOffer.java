package io.encours.correspondence;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.platform.Scope;
import io.encours.strategy.ActionType;
import io.encours.strategy.TemplateCatalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Templates as strategies offer them: each code once, whatever the languages it is written in.
@Component
class TemplateOffer implements TemplateCatalogue {

    private final Templates templates;
    private final Companies companies;

    TemplateOffer(Templates templates, Companies companies) {
        this.templates = templates;
        this.companies = companies;
    }

    @Override
    public List<Known> usableBy(Scope scope, @Nullable String company, Locale language) {
        var companyId = Optional.ofNullable(company)
                .flatMap(companies::find)
                .map(Company::id)
                .filter(scope.companies()::contains)
                .orElse(null);
        var byCode = new LinkedHashMap<String, Template>();
        templates.usableBy(companyId).stream()
                .sorted(Comparator.comparing(template -> !template.language().equals(language.getLanguage())))
                .forEach(template -> byCode.putIfAbsent(template.code(), template));
        return byCode.values().stream()
                .sorted(Comparator.comparing(Template::channel).thenComparing(Template::label))
                .map(template -> new Known(template.code(), template.label(), types(template.channel())))
                .toList();
    }

    private static Set<ActionType> types(Channel channel) {
        return Arrays.stream(ActionType.values())
                .filter(type -> Channel.of(type).filter(channel::equals).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
